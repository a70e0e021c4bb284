import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { roles } from '../../domain/actor'
import { organisationKinds } from '../../domain/user'

export const organisations = sqliteTable('organisations', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  /** The current name; earlier ones are in organisation_names. */
  name: text('name').notNull().unique(),
  kind: text('kind', { enum: organisationKinds }).notNull(),
  version: integer('version').notNull().default(1),
  createdAt: text('created_at').notNull(),
})

export const organisationNames = sqliteTable(
  'organisation_names',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    name: text('name').notNull(),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day'),
  },
  (table) => [index('organisation_names_organisation').on(table.organisationId)],
)

export const users = sqliteTable(
  'users',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    username: text('username').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: roles }).notNull(),
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    passwordHash: text('password_hash').notNull(),
    mustChangePassword: integer('must_change_password', { mode: 'boolean' }).notNull(),
    /** A one-time password stops working after this instant; null for a password of one's own. */
    passwordExpiresAt: text('password_expires_at'),
    active: integer('active', { mode: 'boolean' }).notNull().default(true),
    /** Sessions carry it; adding one signs out everywhere. */
    tokenVersion: integer('token_version').notNull().default(1),
    locale: text('locale'),
    /** Where reminders go, if the person wants them by mail. */
    email: text('email'),
    lastSignInAt: text('last_sign_in_at'),
    version: integer('version').notNull().default(1),
    createdAt: text('created_at').notNull(),
  },
  (table) => [uniqueIndex('users_username').on(sql`lower(${table.username})`), index('users_organisation').on(table.organisationId)],
)

/** Failed sign-ins per account and per address; successes are not counted. */
export const throttles = sqliteTable('throttles', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  lastFailureAt: text('last_failure_at').notNull(),
})

export const apiTokens = sqliteTable(
  'api_tokens',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    /** SHA-256 of the token, which is shown once and never stored. */
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: text('created_at').notNull(),
    lastUsedAt: text('last_used_at'),
    revokedAt: text('revoked_at'),
  },
  (table) => [index('api_tokens_user').on(table.userId)],
)
