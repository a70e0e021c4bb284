import { and, asc, eq, gt, inArray, isNotNull, lt, lte } from 'drizzle-orm'
import { addDays, type Day, type Instant } from '../../domain/calendar'
import { orm, type Reader, type Tx } from '../client'
import { outbox, users } from '../schema'

/** Whoever comes after the one before and wants mail. */
export function nextReader(after: number): number | null {
  const wants = and(gt(users.id, after), isNotNull(users.email), eq(users.active, true))
  return orm().select({ id: users.id }).from(users).where(wants).orderBy(asc(users.id)).limit(1).get()?.id ?? null
}

/** One a person and day. */
export const hasMail = (userId: number, day: Day): boolean =>
  orm()
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.userId, userId), eq(outbox.day, day)))
    .get() !== undefined

/** The first whose time has come, with how its person stands now. */
export function firstDue(db: Reader, at: Instant) {
  const due = and(eq(outbox.state, 'waiting'), lte(outbox.nextAttemptAt, at))
  return db
    .select({ mail: outbox, email: users.email, active: users.active })
    .from(outbox)
    .innerJoin(users, eq(users.id, outbox.userId))
    .where(due)
    .orderBy(asc(outbox.nextAttemptAt), asc(outbox.id))
    .limit(1)
    .get()
}

export function giveUp(tx: Tx, id: number, error: string): null {
  tx.update(outbox).set({ state: 'given-up', error }).where(eq(outbox.id, id)).run()
  return null
}

const keptDays = 60
const cleared = 20

/** Reminders are no records: after two months they go, a few with every new one. */
export function clearOld(tx: Tx, today: Day): void {
  const first = tx.select({ id: outbox.id }).from(outbox).orderBy(asc(outbox.id)).limit(cleared)
  tx.delete(outbox)
    .where(and(inArray(outbox.id, first), lt(outbox.day, addDays(today, -keptDays))))
    .run()
}
