import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Role } from '../../domain/actor'
import type { Instant } from '../../domain/calendar'
import { foldUsername } from '../../domain/username'
import { orm, type Reader } from '../client'
import { sha256 } from '../hash'
import { prepared } from '../prepared'
import { apiTokens, organisations, users } from '../schema'

/** Who somebody is: read on every request, before there is an actor to ask the policy about. Only the session and sign-in use it. */
export type Identity = {
  id: number
  username: string
  name: string
  role: Role
  organisationId: number
  organisation: string
  active: boolean
  mustChangePassword: boolean
  passwordExpiresAt: Instant | null
  tokenVersion: number
  locale: string | null
}

const columns = {
  id: users.id,
  username: users.username,
  name: users.name,
  role: users.role,
  organisationId: users.organisationId,
  organisation: organisations.name,
  active: users.active,
  mustChangePassword: users.mustChangePassword,
  passwordExpiresAt: users.passwordExpiresAt,
  tokenVersion: users.tokenVersion,
  locale: users.locale,
}

const byId = (db: Reader) =>
  db
    .select(columns)
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(eq(users.id, sql.placeholder('id')))
    .prepare()

export function identityById(id: number, db: Reader = orm()): Identity | undefined {
  return prepared(db, byId).get({ id })
}

export function userByName(db: Reader, typed: string) {
  return db
    .select()
    .from(users)
    .where(eq(sql`lower(${users.username})`, foldUsername(typed)))
    .get()
}

export function identityByToken(token: string): (Identity & { tokenId: number; lastUsedAt: Instant | null }) | undefined {
  return orm()
    .select({ ...columns, tokenId: apiTokens.id, lastUsedAt: apiTokens.lastUsedAt })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(and(eq(apiTokens.tokenHash, sha256(token)), isNull(apiTokens.revokedAt)))
    .get()
}
