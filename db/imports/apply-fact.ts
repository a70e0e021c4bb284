import { and, eq, isNull } from 'drizzle-orm'
import { allow, refuseField } from '../../domain/errors'
import type { Difference } from '../../domain/import'
import { nameKey } from '../../domain/import-match'
import { sectorNamed } from '../../domain/import-words'
import { canEditLibrary, canSubmitFactSheet } from '../../domain/policy'
import { type Category, categories, type ProjectLevel, projectLevels } from '../../domain/project'
import { putUnit } from '../assignments'
import type { Tx } from '../client'
import { insertWork, refuseTakenName } from '../new-work'
import { organisationByName } from '../queries/organisations'
import { type Work, workByCode, workById } from '../queries/work'
import { assignments } from '../schema'
import { refreshProject } from '../summaries'
import { notWithdrawn } from '../work-change'
import { applyPlan } from './apply-plan'
import { applySheet } from './apply-sheet'
import { type Made, type RowResult, type RowTask, said } from './import-row'

/** One row as facts of the bureau: a work that is new, its sheet and its year's plan, each for another person to approve. */
export function applyFact(tx: Tx, task: RowTask): RowResult {
  allow(canEditLibrary(task.ctx.actor))
  if (task.projectId === null) return newWork(tx, task)
  const work = workById(tx, task.projectId)
  allow(canSubmitFactSheet(task.ctx.actor, work))
  notWithdrawn(work)
  const { made, differences } = declared(tx, task, work)
  const kept = identityDifferences(task, work)
  return { outcome: made.length > 0 ? 'changed' : 'same', differences: [...differences, ...kept], warnings: [], made, projectId: work.id }
}

function declared(tx: Tx, task: RowTask, work: Work): { made: Made[]; differences: Difference[] } {
  const [sheet, plan] = [applySheet(tx, task, work), applyPlan(tx, task, work)]
  const made = [...sheet.made, ...plan.made]
  if (made.length > 0) refreshProject(tx, task.ctx.today, work.id)
  return { made, differences: [...sheet.differences, ...plan.differences] }
}

function newWork(tx: Tx, task: RowTask): RowResult {
  const { ctx, imp, row, code } = task
  const name = said<string>(row, 'name') ?? refuseField('name', 'required')
  refuseTakenName(tx, name)
  const { documentNo, documentDay, documentTitle } = imp
  if (documentNo === null || documentDay === null || documentTitle === null) refuseField('documentNo', 'required')
  if (documentDay > ctx.today) refuseField('documentDay', 'in-the-future')
  insertWork(tx, ctx, identityOf(task, name), `${documentNo}（${documentDay}）${documentTitle}`, code)
  const work = workByCode(tx, code)
  const owned = assignOwner(tx, task, work)
  const { made, differences } = declared(tx, task, work)
  if (owned.length > 0) refreshProject(tx, ctx.today, work.id)
  const told = [{ field: 'name', before: null, after: name }, ...differences]
  return {
    outcome: 'new',
    differences: told,
    warnings: [],
    made: [{ table: 'projects', id: work.id }, ...owned, ...made],
    projectId: work.id,
  }
}

function identityOf({ imp, row }: RowTask, name: string) {
  const named = said<string>(row, 'sector')
  const sector =
    (named === null ? null : sectorNamed(named)) ?? imp.sector ?? refuseField('sector', named === null ? 'required' : 'not-a-choice')
  const category = categories.find((value) => value === said(row, 'category')) ?? null
  const level = projectLevels.find((value) => value === said(row, 'level')) ?? null
  return { name, sector, town: said<string>(row, 'town'), category, level, industryClass: null }
}

/** An owner the library knows answers for the work from today on; an unknown one is left for the work's page, where it can be created. */
function assignOwner(tx: Tx, { ctx, row }: RowTask, work: Work): Made[] {
  const name = said<string>(row, 'ownerName')
  if (name === null || !organisationByName(tx, name)) return []
  putUnit(tx, ctx, work, { kind: 'owner', name, fromDay: ctx.today })
  const inForce = and(eq(assignments.projectId, work.id), isNull(assignments.toDay))
  const made = tx.select({ id: assignments.id }).from(assignments).where(inForce).all()
  return made.map(({ id }) => ({ table: 'assignments', id }))
}

/** What a ledger calls a work otherwise is shown; a work is renamed or moved on its own page. */
function identityDifferences({ row }: RowTask, work: Work): Difference[] {
  const pairs: [string, string | null, string | null][] = [
    ['name', said<string>(row, 'name'), work.name],
    ['town', said<string>(row, 'town'), work.town],
    ['level', said<ProjectLevel>(row, 'level'), work.level],
    ['category', said<Category>(row, 'category'), work.category],
  ]
  return pairs
    .filter(([, after, before]) => after !== null && nameKey(after) !== nameKey(before ?? ''))
    .map(([field, after, before]) => ({ field, before, after, kept: true }))
}
