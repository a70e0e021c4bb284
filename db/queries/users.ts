import { and, asc, count, eq, like, or } from 'drizzle-orm'
import { type Actor, type Role, roles } from '../../domain/actor'
import type { Instant } from '../../domain/calendar'
import { allow, found } from '../../domain/errors'
import { canCountAccounts, canManageUsers } from '../../domain/policy'
import { orm, type Reader } from '../client'
import { organisations, users } from '../schema'
import { withoutWildcards } from './organisations'
import { type TokenRow, tokensOfUser } from './tokens'

export const usersAPage = 50

export type UserRow = {
  id: number
  name: string
  username: string
  role: Role
  organisation: string
  active: boolean
  mustChangePassword: boolean
  passwordExpiresAt: Instant | null
  lastSignInAt: Instant | null
  version: number
}
export type UserFilter = { q?: string | null; role?: Role | null; active?: boolean | null; page: number }

const columns = {
  id: users.id,
  name: users.name,
  username: users.username,
  role: users.role,
  organisation: organisations.name,
  active: users.active,
  mustChangePassword: users.mustChangePassword,
  passwordExpiresAt: users.passwordExpiresAt,
  lastSignInAt: users.lastSignInAt,
  version: users.version,
}

const rowsOf = (db: Reader) => db.select(columns).from(users).innerJoin(organisations, eq(organisations.id, users.organisationId))

export function listUsers(actor: Actor, filter: UserFilter): { rows: UserRow[]; total: number } {
  allow(canManageUsers(actor))
  const where = matching(filter)
  const rows = rowsOf(orm())
    .where(where)
    .orderBy(asc(users.id))
    .limit(usersAPage)
    .offset((filter.page - 1) * usersAPage)
    .all()
  const total = orm()
    .select({ rows: count() })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(where)
    .get()
  return { rows, total: total?.rows ?? 0 }
}

function matching({ q, role, active }: UserFilter) {
  const pattern = q ? `%${withoutWildcards(q)}%` : null
  return and(
    pattern ? or(like(users.name, pattern), like(users.username, pattern), like(organisations.name, pattern)) : undefined,
    role ? eq(users.role, role) : undefined,
    active === null || active === undefined ? undefined : eq(users.active, active),
  )
}

export function userById(actor: Actor, id: number): UserRow & { tokens: TokenRow[] } {
  allow(canManageUsers(actor))
  const row = found(rowsOf(orm()).where(eq(users.id, id)).get())
  return { ...row, tokens: tokensOfUser(actor, id) }
}

/** How many active accounts each role has: a step that needs a second person waits while there is only one. */
export function activeAccounts(actor: Actor): Record<Role, number> {
  allow(canCountAccounts(actor))
  const rows = orm().select({ role: users.role, people: count() }).from(users).where(eq(users.active, true)).groupBy(users.role).all()
  const peopleOf = (role: Role) => rows.find((row) => row.role === role)?.people ?? 0
  return Object.fromEntries(roles.map((role) => [role, peopleOf(role)])) as Record<Role, number>
}
