import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { refuse } from '../../domain/errors'
import { openLockStates } from '../../domain/lock'
import type { Reader, Tx } from '../client'
import { locks, lockWorks } from '../schema'
import type { MadeRows } from '../schema/imports'

/** The period that is being locked: its figures were read with the import in them. */
export function periodBeingLocked(db: Reader): string | null {
  const open = and(ne(locks.kind, 'day'), inArray(locks.state, [...openLockStates]))
  return db.select({ period: locks.period }).from(locks).where(open).limit(1).get()?.period ?? null
}

export function refuseWhileLocking(db: Reader): void {
  const period = periodBeingLocked(db)
  if (period !== null) refuse('import-lock-under-way', { period })
}

/** Pictures of days, made to be looked at, that show a work which goes: they are drawn anew when somebody asks again. */
export function dropPictures(tx: Tx, { projects }: MadeRows): void {
  if (!projects) return
  const shown = tx
    .selectDistinct({ id: lockWorks.lockId })
    .from(lockWorks)
    .where(sql`${lockWorks.projectId} between ${projects[0]} and ${projects[1]}`)
  tx.update(locks)
    .set({ state: 'abandoned' })
    .where(and(eq(locks.kind, 'day'), inArray(locks.id, shown)))
    .run()
}
