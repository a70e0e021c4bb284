import { and, asc, count, desc, eq, inArray, type SQL } from 'drizzle-orm'
import { hasRole, type UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { type DifferenceOutcome, outcomesOf } from '../../domain/difference'
import { allow } from '../../domain/errors'
import { canReadDifferences, canSettleDifference } from '../../domain/policy'
import type { DifferenceShow } from '../../domain/seen-input'
import type { DifferenceState, SeenFigure } from '../../domain/visit'
import type { FigureSeen } from '../../domain/visit-compare'
import { orm } from '../client'
import { correctionOf, monthTold } from '../inspection/difference-correction'
import { tellersOf } from '../inspection/difference-tellers'
import { differences, projectList, visitFigures, visits } from '../schema'
import { quantityOf } from './form-work'
import { type Person, peopleOf } from './people'
import { visibleProjects } from './scope'
import { lineOf, milestoneNames } from './visit-lines'

/** A seen figure that differs, put to the bureau. */
export type DifferenceItem = {
  id: number
  version: number
  code: string
  work: string
  owner: string | null
  line: FigureSeen
  /** Name of a milestone; unit of a quantity. */
  name: string | null
  unit: string | null
  /** The month that told the figure, which a revision would correct. */
  month: string | null
  visitId: number
  visitedOn: Day
  inspector: Person | null
  state: DifferenceState
  raisedOn: Day
  decided: { by: Person | null; on: Day; reason: string | null; updateId: number | null } | null
  /** What the reader may decide now; `revised` only once a correction stands. */
  may: DifferenceOutcome[]
  corrected: boolean
}
export type DifferenceList = { rows: DifferenceItem[]; total: number; counts: Record<DifferenceShow, number> }

export const differencesAPage = 50

const states: Record<DifferenceShow, DifferenceState[]> = { open: ['open'], asked: ['revision-asked'], closed: ['revised', 'kept'] }

/** The bureau's desk; supervisors and leaders read it. Oldest first while open, newest first once decided. */
export function openDifferencesList(
  actor: UserActor,
  { page, show, project }: { page: number; show: DifferenceShow; project?: string | undefined },
): DifferenceList {
  allow(canReadDifferences(actor))
  const scope = and(visibleProjects(actor), project ? eq(projectList.code, project) : undefined)
  const counts = countsOf(scope)
  const order = show === 'closed' ? [desc(differences.decidedOn), desc(differences.id)] : [asc(differences.id)]
  const found = rowsWhere(and(scope, inArray(differences.state, states[show])), order, page)
  return { rows: itemsOf(found, actor), total: counts[show], counts }
}

function countsOf(scope: SQL | undefined): Record<DifferenceShow, number> {
  const rows = orm()
    .select({ state: differences.state, rows: count() })
    .from(differences)
    .innerJoin(projectList, eq(projectList.projectId, differences.projectId))
    .where(scope)
    .groupBy(differences.state)
    .all()
  const sum = (show: DifferenceShow) => rows.filter(({ state }) => states[show].includes(state)).reduce((all, row) => all + row.rows, 0)
  return { open: sum('open'), asked: sum('asked'), closed: sum('closed') }
}

function rowsWhere(condition: SQL | undefined, order: SQL[], page: number) {
  return orm()
    .select({
      row: differences,
      line: visitFigures,
      visit: visits,
      code: projectList.code,
      work: projectList.name,
      owner: projectList.ownerName,
    })
    .from(differences)
    .innerJoin(projectList, eq(projectList.projectId, differences.projectId))
    .innerJoin(visits, eq(visits.id, differences.visitId))
    .innerJoin(visitFigures, and(eq(visitFigures.visitId, differences.visitId), eq(visitFigures.figure, differences.figure)))
    .where(condition)
    .orderBy(...order)
    .limit(differencesAPage)
    .offset((page - 1) * differencesAPage)
    .all()
}
type Found = ReturnType<typeof rowsWhere>

function itemsOf(found: Found, reader: UserActor): DifferenceItem[] {
  const projectIds = [...new Set(found.map(({ row }) => row.projectId))]
  const names = milestoneNames(orm(), projectIds)
  const units = new Map(projectIds.map((id) => [id, quantityOf(orm(), id)?.unit ?? null]))
  const people = peopleOf(
    orm(),
    found.flatMap(({ row, visit }) => [row.decidedBy, visit.inspectorId]),
  )
  return found.map(({ row, line, visit, code, work, owner }) => {
    const figure = row.figure as SeenFigure
    const seen = lineOf(line)
    const may = canSettleDifference(reader, visit) ? outcomesFor(reader, row, seen) : []
    const by = people.get(row.decidedBy ?? 0) ?? null
    return {
      ...{ id: row.id, version: row.version, code, work, owner, line: seen, state: row.state, raisedOn: row.raisedOn, may },
      name: figure.startsWith('milestone:') ? (names[Number(figure.slice(10))] ?? null) : null,
      unit: figure === 'quantity' ? (units.get(row.projectId) ?? null) : null,
      month: monthTold(orm(), row, seen),
      ...{ visitId: visit.id, visitedOn: visit.visitedOn, inspector: people.get(visit.inspectorId) ?? null },
      decided: row.decidedOn === null ? null : { by, on: row.decidedOn, reason: row.reason, updateId: row.updateId },
      corrected: may.includes('revised') && correctionOf(orm(), row, seen) !== null,
    }
  })
}

/** Whoever entered or approved the figure may have it corrected, not keep it. */
function outcomesFor(reader: UserActor, row: typeof differences.$inferSelect, line: FigureSeen): DifferenceOutcome[] {
  const all = outcomesOf({ figure: line.figure, state: row.state })
  const own = all.includes('keep') && tellersOf(orm(), row, line).includes(reader.id)
  return own ? all.filter((outcome) => outcome !== 'keep') : all
}

/** One month (or milestone) of a work that the bureau asks to correct, and what for. */
export type DifferenceTask = Pick<DifferenceItem, 'id' | 'code' | 'work' | 'line' | 'name' | 'unit' | 'month' | 'visitId' | 'visitedOn'> & {
  askedOn: Day
  reason: string | null
}

/** What a unit is asked to correct by a revision, oldest first. */
export function differenceTasks(actor: UserActor): DifferenceTask[] {
  allow(hasRole(actor, 'owner'))
  const condition = and(visibleProjects(actor), eq(differences.state, 'revision-asked'))
  const items = itemsOf(rowsWhere(condition, [asc(differences.decidedOn), asc(differences.id)], 1), actor)
  return items.map(({ id, code, work, line, name, unit, month, visitId, visitedOn, raisedOn, decided }) => ({
    ...{ id, code, work, line, name, unit, month, visitId, visitedOn },
    ...{ askedOn: decided?.on ?? raisedOn, reason: decided?.reason ?? null },
  }))
}
