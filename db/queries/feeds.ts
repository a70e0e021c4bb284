import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Actor, UserActor } from '../../domain/actor'
import type { Instant } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import { canListProjects, canRevokeToken } from '../../domain/policy'
import { orm } from '../client'
import { sha256 } from '../hash'
import { feeds, users } from '../schema'

export type FeedRow = { id: number; createdAt: Instant; lastUsedAt: Instant | null }

const { id, createdAt, lastUsedAt } = feeds

/** The address that works, if there is one; who may revoke it may see that it is there. */
export function feedOfUser(actor: Actor, userId: number): FeedRow | null {
  allow(canRevokeToken(actor, userId))
  const open = and(eq(feeds.userId, userId), isNull(feeds.revokedAt))
  return orm().select({ id, createdAt, lastUsedAt }).from(feeds).where(open).orderBy(desc(id)).limit(1).get() ?? null
}

export type FeedReader = { actor: UserActor; locale: string | null; feedId: number; lastUsedAt: Instant | null }

/** Whom an address stands for; nothing for one that is wrong, revoked, or of somebody who may not come in or has no works to read. */
export function readerByFeed(token: string): FeedReader | null {
  const { active, mustChangePassword, role, organisationId, locale } = users
  const row = orm()
    .select({ id: users.id, role, organisationId, locale, active, mustChangePassword, feedId: id, lastUsedAt })
    .from(feeds)
    .innerJoin(users, eq(users.id, feeds.userId))
    .where(and(eq(feeds.tokenHash, sha256(token)), isNull(feeds.revokedAt)))
    .get()
  if (!row?.active || row.mustChangePassword) return null
  const actor: UserActor = { kind: 'user', id: row.id, role: row.role, organisationId: row.organisationId }
  return canListProjects(actor) ? { actor, locale: row.locale, feedId: row.feedId, lastUsedAt: row.lastUsedAt } : null
}
