import { eq } from 'drizzle-orm'
import { house, orm, type Reader } from '../client'
import { lastPlanLoad } from '../plan-standing'
import { meta, users } from '../schema'

/** True once the plan and the first accounts are there; in a demonstration, its whole history too. */
export function canServe(db: Reader = orm()): boolean {
  const peopled = db.select({ id: users.id }).from(users).limit(1).get() !== undefined
  return lastPlanLoad(db) !== null && peopled && (!house().demo || isDemoComplete(db))
}

/** Set when the last page of a demonstration's history is written. */
export const isDemoComplete = (db: Reader = orm()): boolean =>
  db.select().from(meta).where(eq(meta.key, 'demo-complete')).get() !== undefined
