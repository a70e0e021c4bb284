import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { reviewStatuses } from '../../domain/review-workflow'

/** Append-only (by trigger) and hash-chained: hash = SHA-256(prev_hash ‖ RFC 8785 JSON of the other fields). */
export const events = sqliteTable(
  'events',
  {
    seq: integer('seq').primaryKey(),
    epoch: integer('epoch').notNull(),
    at: text('at').notNull(),
    actorKind: text('actor_kind', { enum: ['user', 'system'] }).notNull(),
    actorId: integer('actor_id'),
    action: text('action').notNull(),
    /** `project:P0001`, `user:3`, `plan` …: what the event is about. */
    subject: text('subject').notNull(),
    bodyHash: text('body_hash').notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [index('events_subject').on(table.subject, table.seq), index('events_action').on(table.action)],
)

/** The words of an event, salted; a row can be erased without breaking the chain. */
export const eventBodies = sqliteTable('event_bodies', {
  seq: integer('seq')
    .primaryKey()
    .references(() => events.seq),
  salt: text('salt').notNull(),
  body: text('body').notNull(),
})

/** A command's result under the key its caller sent: a repeated request gets the same answer, not a second record. */
export const idempotency = sqliteTable(
  'idempotency',
  {
    actorId: integer('actor_id').notNull(),
    key: text('key').notNull(),
    command: text('command').notNull(),
    inputHash: text('input_hash').notNull(),
    result: text('result', { mode: 'json' }).$type<unknown>(),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.actorId, table.key] })],
)

export const jobs = sqliteTable('jobs', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  kind: text('kind').notNull(),
  cursor: text('cursor'),
  state: text('state').notNull(),
  updatedAt: text('updated_at').notNull(),
})

/** Versioned data of a rule: lights, duty, holidays …; the approved version in force on a day is used, and named. */
export const ruleSets = sqliteTable(
  'rule_sets',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind', { enum: ['lights', 'duty', 'holidays', 'rectification', 'escalation'] }).notNull(),
    version: integer('version').notNull(),
    effectiveFrom: text('effective_from').notNull(),
    body: text('body', { mode: 'json' }).$type<unknown>().notNull(),
    document: text('document'),
    draftedBy: integer('drafted_by'),
    approvedBy: integer('approved_by'),
    approvedAt: text('approved_at'),
    /** Of a version that a person submitted; null = it came with the house. In force only with `approvedAt`. */
    status: text('status', { enum: reviewStatuses }),
    submittedAt: text('submitted_at'),
    /** Why it changes, in the words of the person who submitted it. */
    reason: text('reason'),
    decidedBy: integer('decided_by'),
    decidedAt: text('decided_at'),
    decisionReason: text('decision_reason'),
  },
  (table) => [
    uniqueIndex('rule_sets_version').on(table.kind, table.version),
    uniqueIndex('rule_sets_open').on(table.kind).where(sql`${table.status} = 'submitted'`),
  ],
)

/** Months, quarters and years that can be locked; `frozen` holds what was published. */
export const periods = sqliteTable(
  'periods',
  {
    kind: text('kind', { enum: ['month', 'quarter', 'year'] }).notNull(),
    period: text('period').notNull(),
    revision: integer('revision').notNull(),
    state: text('state', { enum: ['open', 'locked', 'reopened'] }).notNull(),
    frozen: text('frozen', { mode: 'json' }).$type<unknown>(),
    eventSeq: integer('event_seq'),
  },
  (table) => [primaryKey({ columns: [table.kind, table.period, table.revision] })],
)

/** Small facts of the house: real or demonstration, epoch, when it was made. */
export const meta = sqliteTable('meta', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
})
