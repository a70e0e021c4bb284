import { and, asc, eq, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { shanghaiDay } from '../../domain/calendar'
import { allow, found } from '../../domain/errors'
import type { LockWork } from '../../domain/lock-work'
import { type ComparedTo, comparedTo } from '../../domain/months-params'
import { type Change, changesOf } from '../../domain/period-compare'
import { canReadLocks } from '../../domain/policy'
import { orm } from '../client'
import { keptSince } from '../locks/moment'
import type { LockRow, LockWorkRow } from '../locks/row'
import { locks } from '../schema'
import { bridgesBetween, type ComparedGroup, type GroupBridges } from './compare-sums'
import { type Reason, reasonsBetween } from './compare-why'
import { changedCount, changedPage, onlyIn } from './compare-works'
import { lockOfPeriod } from './lock-figures'

export const comparedRowsAPage = 50
export const goneRowsAPage = 200

/** One side: a published lock, or the picture of a day that is computed, being computed, or not asked for yet (`lock` null). */
export type Side = {
  asked: ComparedTo
  text: string
  lock: LockRow | null
  ready: boolean
  /** The day from which every change is kept, where the moment lies before it; null otherwise. */
  before: string | null
}

export type ChangedWork = { projectId: number; from: LockWorkRow; to: LockWorkRow; changes: Change[]; reasons: Reason[] }
/** Works that entered or left with their figures, works that changed with by how much and why; totals reconcile exactly. */
export type Comparison = {
  from: LockRow
  to: LockRow
  totals: GroupBridges
  groups: GroupBridges[]
  entered: LockWorkRow[]
  left: LockWorkRow[]
  changed: ChangedWork[]
  counts: { entered: number; left: number; changed: number }
}

export function comparedSide(actor: Actor, text: string): Side | null {
  allow(canReadLocks(actor))
  const asked = comparedTo(text)
  if (!asked) return null
  const lock = asked.kind === 'lock' ? lockOfPeriod(orm(), asked.period, asked.revision) : pictureOf(asked.day)
  const since = keptSince(orm())
  const before = lock && lock.at < since ? shanghaiDay(since) : null
  return { asked, text, lock, before, ready: lock !== null && (lock.state === 'confirmed' || lock.state === 'computed') }
}

/** The newest picture of a day: what was known then does not change, but one that was dropped is made again. */
function pictureOf(day: string): LockRow | null {
  const there = and(eq(locks.kind, 'day'), eq(locks.period, day), sql`${locks.state} in ('computing', 'computed')`)
  return orm().select().from(locks).where(there).orderBy(sql`${locks.id} desc`).limit(1).get() ?? null
}

type Ask = { by?: ComparedGroup | undefined; page?: number }

/** Two published locks, or two days, side by side; null while one of them is not there. The same whichever way the page draws it. */
export function comparePeriods(actor: Actor, fromText: string, toText: string, { by = 'sector', page = 1 }: Ask = {}): Comparison | null {
  const [from, to] = [comparedSide(actor, fromText), comparedSide(actor, toText)]
  if (!from?.lock || !to?.lock || !from.ready || !to.ready) return null
  return compareLocks(from.lock, to.lock, by, page)
}

function compareLocks(from: LockRow, to: LockRow, by: ComparedGroup, page: number): Comparison {
  const [totals] = bridgesBetween(from.id, to.id, 'all')
  const bridge = totals?.measures.planYuan
  return {
    from,
    to,
    totals: totals ?? { key: '', measures: emptyMeasures },
    groups: bridgesBetween(from.id, to.id, by),
    entered: onlyIn(to.id, from.id, 1, goneRowsAPage),
    left: onlyIn(from.id, to.id, 1, goneRowsAPage),
    changed: changedWorks(from, to, page),
    counts: { entered: bridge?.entered.works ?? 0, left: bridge?.left.works ?? 0, changed: changedCount(from.id, to.id) },
  }
}

function changedWorks(from: LockRow, to: LockRow, page: number): ChangedWork[] {
  const rows = changedPage(from.id, to.id, page, comparedRowsAPage)
  const reasons = reasonsBetween(
    from,
    to,
    rows.map(({ from }) => ({ id: from.projectId, code: from.code })),
  )
  return rows.map((row) => ({
    ...{ projectId: row.from.projectId, ...row },
    changes: changesOf(row.from as LockWork, row.to as LockWork),
    reasons: reasons.get(row.from.projectId) ?? [],
  }))
}

/** What of two periods a work is: in the later alone, in the earlier alone, or in both and not the same. */
export const comparedParts = ['entered', 'left', 'changed'] as const
export type ComparedWork = { part: (typeof comparedParts)[number]; from: LockWorkRow | null; to: LockWorkRow | null } & Pick<
  ChangedWork,
  'changes' | 'reasons'
>
type Sides = { from: string; to: string }

/** All works of one part, page by page: what the page lists, to its end. */
export function comparedWorks(actor: Actor, sides: Sides, part: ComparedWork['part'], page: number): ComparedWork[] {
  const [from, to] = [comparedSide(actor, sides.from), comparedSide(actor, sides.to)]
  const earlier = found(from?.ready ? from.lock : null)
  const later = found(to?.ready ? to.lock : null)
  if (part === 'changed') return changedWorks(earlier, later, page).map((row) => ({ part, ...row }))
  const [lock, other] = part === 'entered' ? [later, earlier] : [earlier, later]
  const alone = onlyIn(lock.id, other.id, page, comparedRowsAPage)
  return alone.map((row) => ({ part, from: part === 'left' ? row : null, to: part === 'entered' ? row : null, changes: [], reasons: [] }))
}

const none = { works: 0, yuan: 0, known: 0 }
const emptyBridge = { from: none, entered: none, left: none, changed: none, movedIn: none, movedOut: none, to: none }
const emptyMeasures = { planYuan: emptyBridge, yearToDateYuan: emptyBridge, investedYuan: emptyBridge }

/** What one may compare: the published periods, latest first. */
export function comparablePeriods(actor: Actor): { period: string; revision: number; latest: boolean }[] {
  allow(canReadLocks(actor))
  const rows = orm()
    .select({ period: locks.period, revision: locks.revision })
    .from(locks)
    .where(eq(locks.state, 'confirmed'))
    .orderBy(sql`${locks.throughMonth} desc`, asc(locks.kind), sql`${locks.revision} desc`)
    .limit(120)
    .all()
  return rows.map((row) => ({ ...row, latest: !rows.some((other) => other.period === row.period && other.revision > row.revision) }))
}
