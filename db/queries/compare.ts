import { and, asc, eq, notExists, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Actor } from '../../domain/actor'
import { shanghaiDay } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import type { LockWork } from '../../domain/lock-work'
import { type ComparedTo, comparedTo } from '../../domain/months-params'
import { type Change, changesOf } from '../../domain/period-compare'
import { canReadLocks } from '../../domain/policy'
import { orm } from '../client'
import { keptSince } from '../locks/moment'
import type { LockRow, LockWorkRow } from '../locks/row'
import { locks, lockWorks } from '../schema'
import { bridgesBetween, type ComparedGroup, type GroupBridges } from './compare-sums'
import { type Reason, reasonsBetween } from './compare-why'
import { lockOfPeriod } from './lock-figures'

export const comparedRowsAPage = 50

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
  const { rows, count } = changedPage(from.id, to.id, page)
  const reasons = reasonsBetween(
    from,
    to,
    rows.map(({ from }) => ({ id: from.projectId, code: from.code })),
  )
  const bridge = totals?.measures.planYuan
  return {
    from,
    to,
    totals: totals ?? { key: '', measures: emptyMeasures },
    groups: bridgesBetween(from.id, to.id, by),
    entered: onlyIn(to.id, from.id),
    left: onlyIn(from.id, to.id),
    changed: rows.map((row) => ({
      projectId: row.from.projectId,
      ...row,
      changes: changesOf(row.from as LockWork, row.to as LockWork),
      reasons: reasons.get(row.from.projectId) ?? [],
    })),
    counts: { entered: bridge?.entered.works ?? 0, left: bridge?.left.works ?? 0, changed: count },
  }
}

const none = { works: 0, yuan: 0, known: 0 }
const emptyBridge = { from: none, entered: none, left: none, changed: none, movedIn: none, movedOut: none, to: none }
const emptyMeasures = { planYuan: emptyBridge, yearToDateYuan: emptyBridge, investedYuan: emptyBridge }

function onlyIn(lock: number, other: number): LockWorkRow[] {
  const b = alias(lockWorks, 'b')
  const there = orm()
    .select({ one: sql`1` })
    .from(b)
    .where(and(eq(b.lockId, other), eq(b.projectId, lockWorks.projectId)))
  return orm()
    .select()
    .from(lockWorks)
    .where(and(eq(lockWorks.lockId, lock), notExists(there)))
    .orderBy(asc(lockWorks.code))
    .limit(200)
    .all()
}

const a = alias(lockWorks, 'a')
const b = alias(lockWorks, 'b')

/** Any compared field differs: `is not` takes two unknowns as equal. */
const differs: SQL = sql`(${sql.join(
  [
    [a.planYuan, b.planYuan],
    [a.yearToDateYuan, b.yearToDateYuan],
    [a.investedYuan, b.investedYuan],
    [a.stage, b.stage],
    [a.sector, b.sector],
    [a.chainId, b.chainId],
    [a.ownerName, b.ownerName],
    [a.approvedMonth, b.approvedMonth],
    [a.percent, b.percent],
    [a.lightLevel, b.lightLevel],
    [a.reportState, b.reportState],
  ].map(([one, other]) => sql`${one} is not ${other}`),
  sql` or `,
)})`
/** The largest change of invested money first, either way. */
const size = sql`abs(coalesce(${b.investedYuan}, 0) - coalesce(${a.investedYuan}, 0)) + abs(coalesce(${b.planYuan}, 0) - coalesce(${a.planYuan}, 0))`

function changedPage(from: number, to: number, page: number) {
  const both = and(eq(b.lockId, to), eq(b.projectId, a.projectId))
  const where = and(eq(a.lockId, from), differs)
  const rows = orm()
    .select({ from: a, to: b })
    .from(a)
    .innerJoin(b, both)
    .where(where)
    .orderBy(sql`${size} desc`, asc(a.code))
    .limit(comparedRowsAPage)
    .offset((page - 1) * comparedRowsAPage)
    .all()
  const count = orm().select({ rows: sql<number>`count(*)` }).from(a).innerJoin(b, both).where(where).get()?.rows ?? 0
  return { rows, count }
}

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
