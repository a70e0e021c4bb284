import { and, asc, count, eq } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { allow, found } from '../../domain/errors'
import type { LightLevel } from '../../domain/light'
import { isOpenLock, lockKindOf, type TotalDimension } from '../../domain/lock'
import { canReadLocks } from '../../domain/policy'
import { orm, type Reader } from '../client'
import { publishedLock } from '../locks/lookup'
import type { LockRow, LockWorkRow } from '../locks/row'
import { locks, lockTotals, lockWorks } from '../schema'

export type LockTotals = typeof lockTotals.$inferSelect
export type { LockRow, LockWorkRow }

/** The published lock of a period; null while there is none. */
export function currentLock(db: Reader, period: string): LockRow | null {
  const kind = lockKindOf(period)
  return (kind && publishedLock(db, kind, period)) ?? null
}

/** One lock by its period and, for an earlier one, its revision. */
export function lockOfPeriod(db: Reader, period: string, revision: number | null): LockRow | null {
  if (revision === null) return currentLock(db, period)
  const confirmed = and(eq(locks.period, period), eq(locks.revision, revision), eq(locks.state, 'confirmed'))
  return db.select().from(locks).where(confirmed).get() ?? null
}

export const totalsOfLock = (db: Reader, lockId: number): LockTotals[] =>
  db.select().from(lockTotals).where(eq(lockTotals.lockId, lockId)).orderBy(asc(lockTotals.dimension), asc(lockTotals.key)).all()

export type LockedFigures = { lock: LockRow; whole: LockTotals | null; by: Record<TotalDimension, LockTotals[]> }

/** What is published of a period: the lock, its whole, and its sums by sector, chain, level, town. Null while it is not locked. */
export function lockedFigures(actor: Actor, period: string, revision: number | null = null): LockedFigures | null {
  allow(canReadLocks(actor))
  const lock = lockOfPeriod(orm(), period, revision)
  return lock && figuresOf(lock)
}

export function figuresOf(lock: LockRow): LockedFigures {
  const totals = totalsOfLock(orm(), lock.id)
  const of = (dimension: TotalDimension) => totals.filter((row) => row.dimension === dimension)
  const by = { all: of('all'), sector: of('sector'), chain: of('chain'), level: of('level'), town: of('town') }
  return { lock, whole: by.all[0] ?? null, by }
}

export const lockRowsAPage = 50
type WorksAsk = { light?: LightLevel | undefined; page?: number; most?: number }

/** The works of a lock by code, of one light where that is asked. */
export function lockedWorks(
  actor: Actor,
  lockId: number,
  { light, page = 1, most = lockRowsAPage }: WorksAsk,
): { rows: LockWorkRow[]; total: number } {
  allow(canReadLocks(actor))
  const lock = found(orm().select().from(locks).where(eq(locks.id, lockId)).get())
  if (lock.kind !== 'day' && lock.state !== 'confirmed') found(isOpenLock(lock.state) ? lock : null)
  const condition = and(eq(lockWorks.lockId, lockId), light ? eq(lockWorks.lightLevel, light) : undefined)
  const rows = orm()
    .select()
    .from(lockWorks)
    .where(condition)
    .orderBy(asc(lockWorks.code))
    .limit(most)
    .offset((page - 1) * most)
    .all()
  return { rows, total: orm().select({ rows: count() }).from(lockWorks).where(condition).get()?.rows ?? 0 }
}
