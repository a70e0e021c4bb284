import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { BulletinTexts } from '../../domain/bulletin'
import { bulletinStates } from '../../domain/bulletin-workflow'
import type { DispatchFacts } from '../../domain/dispatch'
import { documents } from './files'
import { locks } from './locks'
import { users } from './people'

/** 调度通报 of a locked month: figures of one revision of its lock, texts by persons; once issued the bytes are a row of `documents`. */
export const dispatches = sqliteTable(
  'dispatches',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    period: text('period').notNull(),
    lockId: integer('lock_id')
      .notNull()
      .references(() => locks.id),
    /** The issued dispatch of the same month that this one corrects. */
    replacesId: integer('replaces_id').references(() => documents.id),
    state: text('state', { enum: bulletinStates }).notNull(),
    title: text('title').notNull(),
    facts: text('facts', { mode: 'json' }).$type<DispatchFacts>().notNull(),
    texts: text('texts', { mode: 'json' }).$type<BulletinTexts>().notNull(),
    /** The event chain when it was frozen; printed in the footer. */
    headSeq: integer('head_seq'),
    headHash: text('head_hash'),
    frozenAt: text('frozen_at'),
    draftedBy: integer('drafted_by')
      .notNull()
      .references(() => users.id),
    draftedAt: text('drafted_at').notNull(),
    proposedBy: integer('proposed_by').references(() => users.id),
    proposedAt: text('proposed_at'),
    sentBackReason: text('sent_back_reason'),
    /** Everybody who wrote in it: none of them issues it. */
    editors: text('editors', { mode: 'json' }).$type<number[]>().notNull(),
    signer: text('signer'),
    issuedBy: integer('issued_by').references(() => users.id),
    issuedOn: text('issued_on'),
    documentId: integer('document_id').references(() => documents.id),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('dispatches_period').on(table.period, table.id),
    index('dispatches_state').on(table.state, table.period),
    uniqueIndex('dispatches_open').on(table.period).where(sql`${table.state} in ('drafted', 'proposed')`),
  ],
)
