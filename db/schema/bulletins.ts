import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { BulletinFacts, BulletinTexts } from '../../domain/bulletin'
import { bulletinKinds, bulletinStates } from '../../domain/bulletin-workflow'
import { documents } from './files'
import { users } from './people'
import { rounds } from './rounds'

/** 季度督查通报: figures frozen at `factsHead`, texts by persons; once issued the bytes are a row of `documents`. */
export const bulletins = sqliteTable(
  'bulletins',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind', { enum: bulletinKinds }).notNull(),
    roundId: integer('round_id')
      .notNull()
      .references(() => rounds.id),
    /** The issued document an erratum points at. */
    erratumOfId: integer('erratum_of_id').references(() => documents.id),
    state: text('state', { enum: bulletinStates }).notNull(),
    title: text('title').notNull(),
    facts: text('facts', { mode: 'json' }).$type<BulletinFacts>(),
    texts: text('texts', { mode: 'json' }).$type<BulletinTexts>().notNull(),
    /** The event chain when the figures were frozen; printed in the footer. */
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
    editors: text('editors', { mode: 'json' }).$type<number[]>(),
    signer: text('signer'),
    issuedBy: integer('issued_by').references(() => users.id),
    issuedOn: text('issued_on'),
    documentId: integer('document_id').references(() => documents.id),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('bulletins_round').on(table.roundId),
    uniqueIndex('bulletins_one').on(table.roundId).where(sql`${table.kind} = 'bulletin'`),
  ],
)
