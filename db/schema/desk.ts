import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { conditionOutcomes, conditionStepKinds } from '../../domain/condition'
import { meetingItemStates, meetingKinds, meetingStates } from '../../domain/meeting'
import { organisations, users } from './people'
import { projects } from './projects'
import { conditions } from './updates'

/** A dispatch meeting: weekly, monthly, of the county's leaders, or joint. */
export const meetings = sqliteTable(
  'meetings',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind', { enum: meetingKinds }).notNull(),
    title: text('title').notNull(),
    heldOn: text('held_on').notNull(),
    place: text('place'),
    state: text('state', { enum: meetingStates }).notNull(),
    calledBy: integer('called_by')
      .notNull()
      .references(() => users.id),
    calledAt: text('called_at').notNull(),
    closedBy: integer('closed_by').references(() => users.id),
    closedOn: text('closed_on'),
    version: integer('version').notNull().default(1),
  },
  (table) => [index('meetings_held').on(table.heldOn, table.id), index('meetings_kind').on(table.kind, table.heldOn)],
)

/** What happened to a condition, in order; the columns of `conditions` say how it stands. Append-only (by trigger). */
export const conditionSteps = sqliteTable(
  'condition_steps',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    conditionId: integer('condition_id')
      .notNull()
      .references(() => conditions.id),
    kind: text('kind', { enum: conditionStepKinds }).notNull(),
    /** The level at which it stands after the step, and until when that level has time. */
    level: integer('level').notNull(),
    dueOn: text('due_on'),
    /** The calendar's day, whenever it was written. */
    onDay: text('on_day').notNull(),
    at: text('at').notNull(),
    /** Null = the clock. */
    byId: integer('by_id').references(() => users.id),
    words: text('words'),
    /** Whom it was put to: at asking and at a redirection. */
    unitId: integer('unit_id').references(() => organisations.id),
    outcome: text('outcome', { enum: conditionOutcomes }),
    meetingId: integer('meeting_id').references(() => meetings.id),
    documentNo: text('document_no'),
    /** The version of the escalation rules that set the clock. */
    ruleVersion: integer('rule_version'),
  },
  (table) => [index('condition_steps_condition').on(table.conditionId, table.id)],
)

/** One line of the dispatch list (问题、措施、责任): it stays the same line from meeting to meeting until it is settled. */
export const meetingItems = sqliteTable(
  'meeting_items',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    conditionId: integer('condition_id').references(() => conditions.id),
    projectId: integer('project_id').references(() => projects.id),
    problem: text('problem').notNull(),
    measure: text('measure'),
    unitId: integer('unit_id').references(() => organisations.id),
    person: text('person'),
    dueOn: text('due_on'),
    state: text('state', { enum: meetingItemStates }).notNull(),
    settledWords: text('settled_words'),
    settledBy: integer('settled_by').references(() => users.id),
    settledOn: text('settled_on'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('meeting_items_state').on(table.state, table.id),
    index('meeting_items_project').on(table.projectId, table.state),
    // A condition stands on one open line at most.
    uniqueIndex('meeting_items_open_condition').on(table.conditionId).where(sql`${table.state} = 'open'`),
  ],
)

/** Which lines a meeting goes through; `carried` = left open by an earlier one. */
export const meetingListings = sqliteTable(
  'meeting_listings',
  {
    meetingId: integer('meeting_id')
      .notNull()
      .references(() => meetings.id),
    itemId: integer('item_id')
      .notNull()
      .references(() => meetingItems.id),
    position: integer('position').notNull(),
    carried: integer('carried', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.itemId] }), index('meeting_listings_item').on(table.itemId, table.meetingId)],
)
