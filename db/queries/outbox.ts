import { count, desc, eq } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Day, Instant } from '../../domain/calendar'
import { allow, found } from '../../domain/errors'
import { isTooOld, type MailState } from '../../domain/mail'
import { canManageUsers, canUseOwn } from '../../domain/policy'
import { orm } from '../client'
import { outbox, users } from '../schema'

export const mailsAPage = 50

export type MailRow = {
  id: number
  name: string
  username: string
  day: Day
  state: MailState
  attempts: number
  nextAttemptAt: Instant
  sentAt: Instant | null
  error: string | null
  mayRetry: boolean
}

/** What waits, was sent or was given up, the newest first; no texts. */
export function mailList(actor: Actor, at: Instant, filter: { state: MailState | null; page: number }): { rows: MailRow[]; total: number } {
  allow(canManageUsers(actor))
  const where = filter.state ? eq(outbox.state, filter.state) : undefined
  const { id, day, state, attempts, nextAttemptAt, sentAt, error, createdAt } = outbox
  const rows = orm()
    .select({ id, name: users.name, username: users.username, day, state, attempts, nextAttemptAt, sentAt, error, createdAt })
    .from(outbox)
    .innerJoin(users, eq(users.id, outbox.userId))
    .where(where)
    .orderBy(desc(id))
    .limit(mailsAPage)
    .offset((filter.page - 1) * mailsAPage)
    .all()
    .map(({ createdAt: made, ...row }) => ({ ...row, mayRetry: row.state === 'given-up' && !isTooOld(made, at) }))
  return { rows, total: orm().select({ rows: count() }).from(outbox).where(where).get()?.rows ?? 0 }
}

/** Where somebody's reminders go; nobody else reads it. */
export function ownEmail(actor: Actor, userId: number): { email: string | null } {
  allow(canUseOwn(actor, userId))
  return found(orm().select({ email: users.email }).from(users).where(eq(users.id, userId)).get())
}
