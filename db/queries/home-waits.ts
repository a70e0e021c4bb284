import { and, asc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { type Actor, isSelf, type UserActor } from '../../domain/actor'
import type { Day, Month } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import {
  canDraftDispatch,
  canDraftRules,
  canEnterIndicators,
  canKeepEvaluation,
  canKeepYearList,
  canReadImports,
  wroteBulletin,
} from '../../domain/policy'
import type { RuleKind } from '../../domain/rules'
import { orm } from '../client'
import { writersOf } from '../imports/writers'
import { dispatches, evaluations, imports, indicatorValues, ruleSets, yearLists } from '../schema'
import { monthsToReport } from './dispatches'
import { waitingLocks } from './locks'

/** What waits for a person of the bureau on its own page; `own` = handed in by the reader, for whom it waits for somebody else. */
export type DeskWait = { own: boolean; since: string } & (
  | { what: 'year-list'; year: number; revision: number }
  | { what: 'rules'; kind: RuleKind; effectiveFrom: Day }
  | { what: 'lock' | 'reopening'; period: string }
  | { what: 'import' | 'import-undo' | 'import-staged'; id: number; fileName: string }
  | { what: 'indicator'; no: string; year: number }
  | { what: 'evaluation' | 'dispatch'; id: number; title: string }
  | { what: 'month-report'; period: Month }
)

const most = 20
/** The plan's indicators times its years: all of them may wait after a statistical bulletin. */
const mostValues = 400

/** The first to wait stands first. */
export function deskWaits(actor: UserActor): DeskWait[] {
  const locks = waitingLocks(actor).map((lock): DeskWait => lock)
  const papers = [...dispatchWaits(actor), ...evaluationWaits(actor), ...monthWaits(actor)]
  return [...listWaits(actor), ...ruleWaits(actor), ...locks, ...importWaits(actor), ...valueWaits(actor), ...papers].toSorted((a, b) =>
    a.since < b.since ? -1 : 1,
  )
}

function listWaits(actor: Actor): DeskWait[] {
  allow(canKeepYearList(actor))
  const { year, revision, submittedBy: by, submittedAt: since } = yearLists
  const rows = orm().select({ year, revision, by, since }).from(yearLists).where(eq(yearLists.status, 'submitted')).limit(most).all()
  return rows.map(({ by, ...row }): DeskWait => ({ what: 'year-list', ...row, own: isSelf(actor, by) }))
}

function ruleWaits(actor: Actor): DeskWait[] {
  allow(canDraftRules(actor))
  const { kind, effectiveFrom, draftedBy: by, submittedAt: since } = ruleSets
  const rows = orm().select({ kind, effectiveFrom, by, since }).from(ruleSets).where(eq(ruleSets.status, 'submitted')).all()
  return rows.map(({ by, since, ...row }): DeskWait => ({ what: 'rules', ...row, since: since ?? '', own: isSelf(actor, by) }))
}

/** Sources to approve, undoing to agree to, and rows that wait for anybody's word. */
function importWaits(actor: Actor): DeskWait[] {
  allow(canReadImports(actor))
  const { id, fileName, state, createdBy, undoneBy, createdAt } = imports
  const asked = and(eq(state, 'approved'), isNotNull(undoneBy), isNull(imports.undoneAt))
  const rows = orm()
    .select({ id, fileName, state, createdBy, undoneBy, createdAt })
    .from(imports)
    .where(or(inArray(state, ['submitted', 'staged']), asked))
    .orderBy(asc(id))
    .limit(most * 3)
    .all()
  return rows.map(({ id, fileName, state, createdBy, undoneBy, createdAt: since }): DeskWait => {
    const file = { id, fileName, since }
    if (state === 'staged') return { what: 'import-staged', ...file, own: false }
    if (state === 'approved') return { what: 'import-undo', ...file, own: isSelf(actor, undoneBy) }
    return { what: 'import', ...file, own: [createdBy, ...writersOf(orm(), id)].some((by) => isSelf(actor, by)) }
  })
}

function valueWaits(actor: Actor): DeskWait[] {
  allow(canEnterIndicators(actor))
  const { indicatorNo: no, year, submittedBy: by, submittedAt: since, status } = indicatorValues
  const rows = orm().select({ no, year, by, since }).from(indicatorValues).where(eq(status, 'submitted')).limit(mostValues).all()
  return rows.map(({ by, ...row }): DeskWait => ({ what: 'indicator', ...row, own: isSelf(actor, by) }))
}

function dispatchWaits(actor: Actor): DeskWait[] {
  allow(canDraftDispatch(actor))
  const { id, title, draftedBy, proposedBy, editors, draftedAt, proposedAt } = dispatches
  const rows = orm()
    .select({ id, title, draftedBy, proposedBy, editors, draftedAt, proposedAt })
    .from(dispatches)
    .where(eq(dispatches.state, 'proposed'))
    .limit(most)
    .all()
  return rows.map((row): DeskWait => {
    return { what: 'dispatch', id: row.id, title: row.title, since: row.proposedAt ?? row.draftedAt, own: wroteBulletin(actor, row) }
  })
}

function evaluationWaits(actor: Actor): DeskWait[] {
  allow(canKeepEvaluation(actor))
  const { id, title, draftedBy, proposedBy, editors, draftedAt } = evaluations
  const rows = orm()
    .select({ id, title, draftedBy, proposedBy, editors, draftedAt })
    .from(evaluations)
    .where(eq(evaluations.state, 'proposed'))
    .limit(most)
    .all()
  return rows.map((row): DeskWait => {
    return { what: 'evaluation', id: row.id, title: row.title, since: row.draftedAt, own: wroteBulletin(actor, row) }
  })
}

/** Locked months of which nobody has begun a dispatch. */
const monthWaits = (actor: UserActor): DeskWait[] =>
  monthsToReport(actor).map(({ period }): DeskWait => ({ what: 'month-report', period, own: false, since: period }))
