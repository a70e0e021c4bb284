import { randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, found, refuse } from '../../domain/errors'
import { canListProjects, canRevokeToken } from '../../domain/policy'
import { ownId } from '../accounts'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { sha256 } from '../hash'
import { feeds } from '../schema'
import { write } from '../write'

/** Shown once: only its SHA-256 is kept, and a repeated request gets null instead of it. A new address takes the place of the one before. */
export function createFeed(ctx: Ctx): { id: number; token: string | null } {
  const token = `hdf_${randomBytes(32).toString('base64url')}`
  const tokenHash = sha256(token)
  const made = write(ctx, 'createFeed', null, (tx) => {
    const userId = ownId(ctx)
    allow(canListProjects(ctx.actor))
    const open = and(eq(feeds.userId, userId), isNull(feeds.revokedAt))
    for (const { id } of tx.select({ id: feeds.id }).from(feeds).where(open).all()) close(tx, ctx, id, userId)
    const { id } = tx.insert(feeds).values({ userId, tokenHash, createdAt: ctx.at }).returning({ id: feeds.id }).get()
    recordEvent(tx, ctx, { action: 'feed.created', subject: `feed:${id}`, body: { after: { user: userId } } })
    return { id, tokenHash }
  })
  return { id: made.id, token: made.tokenHash === tokenHash ? token : null }
}

/** One's own, or anybody's for an administrator; at once. */
export function revokeFeed(ctx: Ctx, input: { id: number }): { id: number } {
  return write(ctx, 'revokeFeed', input, (tx) => {
    const row = tx.select().from(feeds).where(eq(feeds.id, input.id)).get()
    if (!row || !canRevokeToken(ctx.actor, row.userId)) refuse('not-found')
    const { id, userId, revokedAt } = found(row)
    if (revokedAt === null) close(tx, ctx, id, userId)
    return { id }
  })
}

function close(tx: Tx, ctx: Ctx, id: number, userId: number): void {
  tx.update(feeds).set({ revokedAt: ctx.at }).where(eq(feeds.id, id)).run()
  recordEvent(tx, ctx, { action: 'feed.revoked', subject: `feed:${id}`, body: { before: { user: userId } } })
}

/** Last use is no event; the route notes it at most once a minute. */
export function noteFeedUse(ctx: Ctx, feedId: number): void {
  write(ctx, 'noteFeedUse', null, (tx) => {
    tx.update(feeds).set({ lastUsedAt: ctx.at }).where(eq(feeds.id, feedId)).run()
  })
}
