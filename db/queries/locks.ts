import { and, asc, count, desc, eq, gt, inArray } from 'drizzle-orm'
import { type Actor, isSelf } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { dueMonth } from '../../domain/duty'
import { allow, refuse } from '../../domain/errors'
import { isOver, type LockKind, type LockState, lockKindOf } from '../../domain/lock'
import { canLockPeriods, canReadLocks } from '../../domain/policy'
import { orm } from '../client'
import { isReopened, missingParts, openLock, type Part, partsThere, publishedLock } from '../locks/lookup'
import { type Checks, monthsOf, precheck } from '../locks/precheck'
import type { LockRow } from '../locks/row'
import { lockReopenings, locks, updates, users } from '../schema'
import { keptAnswer } from './kept'

export type PeriodStanding = {
  kind: LockKind
  period: string
  over: boolean
  published: { revision: number; decidedAt: string | null; works: number } | null
  open: LockState | null
  reopened: boolean
}

/** The twelve months, four quarters and the year, and where each lock stands. */
export function lockYear(actor: Actor, year: number, today: Day): PeriodStanding[] {
  allow(canReadLocks(actor))
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
  const periods = [...months, ...[1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`), String(year)]
  return keptAnswer(`lock year ${year} ${today}`, () => periods.map((period) => standing(period, today)))
}

function standing(period: string, today: Day): PeriodStanding {
  const kind = lockKindOf(period) ?? 'month'
  const lock = publishedLock(orm(), kind, period)
  const published = lock ? { revision: lock.revision, decidedAt: lock.decidedAt, works: lock.works } : null
  const reopened = lock !== undefined && isReopened(orm(), lock.id)
  return { kind, period, over: isOver(kind, period, today), published, open: openLock(orm(), kind, period)?.state ?? null, reopened }
}

export type Reopening = typeof lockReopenings.$inferSelect & { revision: number }
export type LockView = {
  kind: LockKind
  period: string
  over: boolean
  /** What is asked for: the published lock, an earlier revision of it, or null while there is none. */
  shown: LockRow | null
  latest: LockRow | null
  revisions: LockRow[]
  open: LockRow | null
  /** The last one that was sent back. */
  returned: LockRow | null
  reopened: boolean
  reopenings: Reopening[]
  parts: Part[]
  missing: Part[]
  /** Of the period as it stands now; null while the period goes on. */
  checks: Checks | null
  /** Approvals of its months that came after it was read: they are in no lock. */
  later: number
  people: Map<number, string>
  may: { lock: boolean; decide: boolean }
  /** False where who has not reported is known only once it is computed. */
  missingKnown: boolean
  /** Requests of the reader's own, which another person decides of. */
  ownReopenings: number[]
}

/** Everything about one period's lock. */
export function lockView(actor: Actor, period: string, today: Day, revision: number | null = null): LockView {
  allow(canReadLocks(actor))
  const kind = lockKindOf(period) ?? refuse('not-found')
  const revisions = confirmedOf(kind, period)
  const latest = revisions[0] ?? null
  const shown = revision === null ? latest : (revisions.find((lock) => lock.revision === revision) ?? refuse('not-found'))
  const open = openLock(orm(), kind, period) ?? null
  const reopenings = reopeningsOf(revisions)
  const over = isOver(kind, period, today)
  const parts = partsThere(orm(), kind, period)
  const mine = open !== null && (isSelf(actor, open.begunBy) || isSelf(actor, open.submittedBy))
  return {
    ...{ kind, period, over, shown, latest, revisions, open, reopenings, parts, missing: missingParts(parts) },
    returned: lastReturned(kind, period),
    reopened: latest !== null && isReopened(orm(), latest.id),
    checks: over && canLockPeriods(actor) ? precheck(orm(), kind, period, today) : null,
    later: latest ? laterApprovals(latest) : 0,
    people: peopleOf([...revisions, ...(open ? [open] : [])], reopenings),
    may: { lock: canLockPeriods(actor), decide: canLockPeriods(actor) && !mine },
    missingKnown: period === dueMonth(today),
    ownReopenings: reopenings.filter(({ submittedBy }) => isSelf(actor, submittedBy)).map(({ id }) => id),
  }
}

const confirmedOf = (kind: LockKind, period: string): LockRow[] =>
  orm()
    .select()
    .from(locks)
    .where(and(eq(locks.kind, kind), eq(locks.period, period), eq(locks.state, 'confirmed')))
    .orderBy(desc(locks.revision))
    .limit(50)
    .all()

function lastReturned(kind: LockKind, period: string): LockRow | null {
  const ended = and(eq(locks.kind, kind), eq(locks.period, period))
  const last = orm().select().from(locks).where(ended).orderBy(desc(locks.id)).limit(1).get()
  return last?.state === 'returned' ? last : null
}

function reopeningsOf(revisions: readonly LockRow[]): Reopening[] {
  if (revisions.length === 0) return []
  const ids = revisions.map(({ id }) => id)
  const rows = orm()
    .select()
    .from(lockReopenings)
    .where(inArray(lockReopenings.lockId, ids))
    .orderBy(desc(lockReopenings.id))
    .limit(50)
    .all()
  return rows.map((row) => ({ ...row, revision: revisions.find(({ id }) => id === row.lockId)?.revision ?? 0 }))
}

function laterApprovals({ kind, period, at }: LockRow): number {
  const later = and(inArray(updates.period, monthsOf(kind, period)), eq(updates.status, 'approved'), gt(updates.decidedAt, at))
  return orm().select({ rows: count() }).from(updates).where(later).get()?.rows ?? 0
}

function peopleOf(rows: readonly LockRow[], reopenings: readonly Reopening[]): Map<number, string> {
  const ids = [
    ...rows.flatMap(({ begunBy, submittedBy, decidedBy }) => [begunBy, submittedBy, decidedBy]),
    ...reopenings.flatMap((row) => [row.submittedBy, row.decidedBy]),
  ]
  const known = [...new Set(ids.flatMap((id) => id ?? []))]
  if (known.length === 0) return new Map()
  const named = orm().select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, known)).all()
  return new Map(named.map(({ id, name }) => [id, name]))
}

/** Locks and reopenings that wait for a second person; `own` = the reader's own, which wait for somebody else. */
export type WaitingLock = { period: string; what: 'lock' | 'reopening'; since: string; own: boolean }
export function waitingLocks(actor: Actor): WaitingLock[] {
  allow(canLockPeriods(actor))
  const proposed = orm().select().from(locks).where(eq(locks.state, 'submitted')).orderBy(asc(locks.id)).limit(20).all()
  const asked = orm()
    .select({ period: locks.period, by: lockReopenings.submittedBy, since: lockReopenings.submittedAt })
    .from(lockReopenings)
    .innerJoin(locks, eq(locks.id, lockReopenings.lockId))
    .where(eq(lockReopenings.status, 'submitted'))
    .orderBy(asc(lockReopenings.id))
    .limit(20)
    .all()
  return [
    ...proposed.map(({ period, submittedAt, begunAt, begunBy, submittedBy }): WaitingLock => {
      return { period, what: 'lock', since: submittedAt ?? begunAt, own: isSelf(actor, begunBy) || isSelf(actor, submittedBy) }
    }),
    ...asked.map(({ period, by, since }): WaitingLock => ({ period, what: 'reopening', since, own: isSelf(actor, by) })),
  ]
}
