import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../domain/actor'
import type { Instant } from '../domain/calendar'
import { refuse } from '../domain/errors'
import { oneTimeHours } from '../domain/password'
import { canUseOwn } from '../domain/policy'
import type { Tx } from './client'
import { apiTokens, feeds, users } from './schema'

/** Steps that several commands about accounts share. */

/** The id of the person who acts on their own account. */
export function ownId(ctx: Ctx): number {
  if (ctx.actor.kind !== 'user' || !canUseOwn(ctx.actor, ctx.actor.id)) refuse('forbidden')
  return ctx.actor.id
}

/** Every session carries the version it began with; a new one ends them all. */
export function endSessions(tx: Tx, userId: number): number {
  const next = { tokenVersion: sql<number>`${users.tokenVersion} + 1` }
  return tx.update(users).set(next).where(eq(users.id, userId)).returning({ tokenVersion: users.tokenVersion }).get().tokenVersion
}

/** The address of their calendar is a token too. */
export function revokeTokens(tx: Tx, userId: number, at: Instant): void {
  tx.update(apiTokens)
    .set({ revokedAt: at })
    .where(and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt)))
    .run()
  tx.update(feeds)
    .set({ revokedAt: at })
    .where(and(eq(feeds.userId, userId), isNull(feeds.revokedAt)))
    .run()
}

export const oneTimeUntil = (at: Instant): Instant => new Date(Date.parse(at) + oneTimeHours * 3_600_000).toISOString()
