import { randomBytes } from 'node:crypto'
import { and, count, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, found, refuse } from '../../domain/errors'
import { canRevokeToken } from '../../domain/policy'
import type { NewToken } from '../../domain/user'
import { ownId } from '../accounts'
import { recordEvent } from '../events'
import { sha256 } from '../hash'
import { apiTokens } from '../schema'
import { write } from '../write'

const tokensAtOnce = 10

/** Shown once: only its SHA-256 is kept, and a repeated request gets null instead of it. */
export function createToken(ctx: Ctx, input: NewToken): { id: number; name: string; token: string | null } {
  const token = `hd_${randomBytes(32).toString('base64url')}`
  const tokenHash = sha256(token)
  const made = write(ctx, 'createToken', input, (tx) => {
    const userId = ownId(ctx)
    const working = and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt))
    if ((tx.select({ rows: count() }).from(apiTokens).where(working).get()?.rows ?? 0) >= tokensAtOnce)
      refuse('too-many-tokens', { max: tokensAtOnce })
    const row = { userId, name: input.name, tokenHash, createdAt: ctx.at }
    const { id } = tx.insert(apiTokens).values(row).returning({ id: apiTokens.id }).get()
    recordEvent(tx, ctx, { action: 'token.created', subject: `user:${userId}`, body: { after: { token: id, name: input.name } } })
    return { id, tokenHash }
  })
  return { id: made.id, name: input.name, token: made.tokenHash === tokenHash ? token : null }
}

/** One's own, or anybody's for an administrator; at once. */
export function revokeToken(ctx: Ctx, input: { id: number }): { id: number } {
  return write(ctx, 'revokeToken', input, (tx) => {
    const row = tx.select().from(apiTokens).where(eq(apiTokens.id, input.id)).get()
    if (!row || !canRevokeToken(ctx.actor, row.userId)) refuse('not-found')
    const { id, userId, name, revokedAt } = found(row)
    allow(canRevokeToken(ctx.actor, userId))
    if (revokedAt !== null) return { id }
    tx.update(apiTokens).set({ revokedAt: ctx.at }).where(eq(apiTokens.id, id)).run()
    recordEvent(tx, ctx, { action: 'token.revoked', subject: `user:${userId}`, body: { before: { token: id, name } } })
    return { id }
  })
}

/** Last use is no event; the session notes it at most once a minute. */
export function noteTokenUse(ctx: Ctx, tokenId: number): void {
  write(ctx, 'noteTokenUse', null, (tx) => {
    tx.update(apiTokens).set({ lastUsedAt: ctx.at }).where(eq(apiTokens.id, tokenId)).run()
  })
}
