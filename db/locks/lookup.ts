import { and, desc, eq, inArray } from 'drizzle-orm'
import { type LockKind, openLockStates, partKind, partsOf } from '../../domain/lock'
import type { Reader } from '../client'
import { lockReopenings, locks } from '../schema'
import type { LockRow } from './row'

/** The lock of a period that is published: the last confirmed revision, also while a new one is being made. */
export function publishedLock(db: Reader, kind: LockKind, period: string): LockRow | undefined {
  return db
    .select()
    .from(locks)
    .where(and(eq(locks.kind, kind), eq(locks.period, period), eq(locks.state, 'confirmed')))
    .orderBy(desc(locks.revision))
    .limit(1)
    .get()
}

/** The one that is on its way: being computed, computed, or waiting for the second person. */
export function openLock(db: Reader, kind: LockKind, period: string): LockRow | undefined {
  return db
    .select()
    .from(locks)
    .where(and(eq(locks.kind, kind), eq(locks.period, period), inArray(locks.state, [...openLockStates])))
    .get()
}

/** True once a second person agreed that a published lock may be followed by another revision. */
export function isReopened(db: Reader, lockId: number): boolean {
  const agreed = and(eq(lockReopenings.lockId, lockId), eq(lockReopenings.status, 'approved'))
  return db.select({ id: lockReopenings.id }).from(lockReopenings).where(agreed).limit(1).get() !== undefined
}

export type Part = { period: string; lock: LockRow | null; reopened: boolean }

/** The shorter periods a longer one is made of, and where each stands. */
export function partsThere(db: Reader, kind: LockKind, period: string): Part[] {
  return partsOf(kind, period).map((part) => {
    const lock = publishedLock(db, partKind(kind), part) ?? null
    return { period: part, lock, reopened: lock !== null && isReopened(db, lock.id) }
  })
}

/** Parts that are not locked, or are being locked anew. */
export const missingParts = (parts: readonly Part[]): Part[] => parts.filter(({ lock, reopened }) => lock === null || reopened)
