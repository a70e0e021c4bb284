import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Instant } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import { canRevokeToken } from '../../domain/policy'
import { orm } from '../client'
import { apiTokens } from '../schema'

export type TokenRow = { id: number; name: string; createdAt: Instant; lastUsedAt: Instant | null }

/** Tokens that work, newest first; who may revoke them may see that they are there. */
export function tokensOfUser(actor: Actor, userId: number): TokenRow[] {
  allow(canRevokeToken(actor, userId))
  return orm()
    .select({ id: apiTokens.id, name: apiTokens.name, createdAt: apiTokens.createdAt, lastUsedAt: apiTokens.lastUsedAt })
    .from(apiTokens)
    .where(and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt)))
    .orderBy(desc(apiTokens.id))
    .limit(50)
    .all()
}
