import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The period a plan covers; today may be later than its end. */
export const planPeriods = sqliteTable('plan_periods', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  fromDay: text('from_day').notNull(),
  toDay: text('to_day').notNull(),
  /** Who opened it before its plan was there; null = it came with the plan that is loaded. */
  openedBy: integer('opened_by'),
  openedAt: text('opened_at'),
})

export const planEntryKinds = [
  'box',
  'item',
  'chain',
  'target',
  'indicator',
  'indicator13',
  'chapter-ten',
  'place',
  'contradiction',
  'project',
  'candidate',
] as const

/** One row an entry of the plan, quoted as it stands; `body` has the shape that domain/plan.ts gives its kind. */
export const planEntries = sqliteTable(
  'plan_entries',
  {
    kind: text('kind', { enum: planEntryKinds }).notNull(),
    code: text('code').notNull(),
    position: integer('position').notNull(),
    body: text('body', { mode: 'json' }).$type<unknown>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.code] })],
)

/** Every load of the plan's data: which text it was checked against and what it changed. */
export const planLoads = sqliteTable('plan_loads', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  at: text('at').notNull(),
  textSha256: text('text_sha256').notNull(),
  dataHash: text('data_hash').notNull(),
  added: integer('added').notNull(),
  changed: integer('changed').notNull(),
  removed: integer('removed').notNull(),
})
