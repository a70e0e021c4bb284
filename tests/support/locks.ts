import { eq } from 'drizzle-orm'
import { orm } from '../../db/client'
import { beginLock, confirmLock, submitLock } from '../../db/commands/locks'
import { computeLocks } from '../../db/commands/locks-compute'
import { locks, lockTotals, lockWorks } from '../../db/schema'
import type { Day } from '../../domain/calendar'
import { ctxOf, systemCtx, type TestHouse, testDay } from './house'

export const lockRow = (id: number) => {
  const row = orm().select().from(locks).where(eq(locks.id, id)).get()
  if (!row) throw new Error(`no lock ${id}`)
  return row
}
export const worksOf = (id: number) => orm().select().from(lockWorks).where(eq(lockWorks.lockId, id)).orderBy(lockWorks.projectId).all()
export const totalsOf = (id: number) => orm().select().from(lockTotals).where(eq(lockTotals.lockId, id)).all()
export const totalOf = (id: number, dimension = 'all', key = '') =>
  totalsOf(id).find((row) => row.dimension === dimension && row.key === key)

/** Steps until nothing is left to compute. */
export function computeAll(today: Day = testDay): number {
  let steps = 0
  while (computeLocks(systemCtx(today))) steps++
  return steps
}

/** Begun by the one, computed; returns its id. */
export function computedLock(t: TestHouse, period: string, today: Day = testDay): number {
  const id = beginLock(ctxOf(t.actors.bureau, today), { period })
  computeAll(today)
  return id
}

export const stepOf = (id: number) => ({ id, version: lockRow(id).version })

/** Begun and proposed by one, confirmed by the other. */
export function publishedLock(t: TestHouse, period: string, today: Day = testDay): number {
  const id = computedLock(t, period, today)
  submitLock(ctxOf(t.actors.bureau, today), stepOf(id))
  confirmLock(ctxOf(t.actors.bureau2, today), stepOf(id))
  return id
}
