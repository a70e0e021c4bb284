import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { mailStates } from '../../domain/mail'
import { publicationSubjects, settingKeys } from '../../domain/publication'
import { users } from './people'

/** What is switched on for the public, and under which names; a key without a row has its default (off). */
export const settings = sqliteTable('settings', {
  key: text('key', { enum: settingKeys }).primaryKey(),
  value: text('value').notNull(),
  changedBy: integer('changed_by')
    .notNull()
    .references(() => users.id),
  changedAt: text('changed_at').notNull(),
  version: integer('version').notNull().default(1),
})

/** What the bureau makes public; the open row counts, ended ones say what was public and when. */
export const publications = sqliteTable(
  'publications',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    subject: text('subject', { enum: publicationSubjects }).notNull(),
    subjectId: integer('subject_id').notNull(),
    publishedBy: integer('published_by')
      .notNull()
      .references(() => users.id),
    publishedAt: text('published_at').notNull(),
    endedBy: integer('ended_by').references(() => users.id),
    endedAt: text('ended_at'),
  },
  (table) => [
    uniqueIndex('publications_open').on(table.subject, table.subjectId).where(sql`${table.endedAt} is null`),
    index('publications_subject').on(table.subject, table.subjectId),
  ],
)

/** A personal address of one's calendar; the token is shown once and only its SHA-256 kept. */
export const feeds = sqliteTable(
  'feeds',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: text('created_at').notNull(),
    lastUsedAt: text('last_used_at'),
    revokedAt: text('revoked_at'),
  },
  (table) => [uniqueIndex('feeds_open').on(table.userId).where(sql`${table.revokedAt} is null`)],
)

/** Mails to be sent: one a person and day at most; tried again later when the mail server does not take it. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    /** The business day it speaks of. */
    day: text('day').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    state: text('state', { enum: mailStates }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: text('next_attempt_at').notNull(),
    sentAt: text('sent_at'),
    /** What the mail server said last. */
    error: text('error'),
    createdAt: text('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('outbox_once').on(table.userId, table.day),
    index('outbox_waiting').on(table.nextAttemptAt).where(sql`${table.state} = 'waiting'`),
  ],
)
