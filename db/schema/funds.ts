import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { registrationStates } from '../../domain/registration'
import { users } from './people'
import { projects } from './projects'
import { current, reviewed } from './reviewed'

/** Where money comes from: a list the bureau keeps. A source is retired, never deleted; what was told under an older name keeps it. */
export const fundSources = sqliteTable('fund_sources', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  position: integer('position').notNull(),
  active: integer('active', { mode: 'boolean' }).notNull().default(true),
  version: integer('version').notNull().default(1),
})

/** A work's money by source up to a quarter's end; the approved one marked current is what counts. */
export const fundReturns = sqliteTable(
  'fund_returns',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    quarter: text('quarter').notNull(),
    current: current(),
    revision: integer('revision').notNull(),
    /** The returned or withdrawn one it answers, or the approved one it corrects. */
    replacesId: integer('replaces_id'),
    revisionReason: text('revision_reason'),
    remark: text('remark'),
    /** Codes of the oddities the remark answers. */
    warnings: text('warnings', { mode: 'json' }).$type<string[]>().notNull(),
    onBehalfSource: text('on_behalf_source'),
    onBehalfOn: text('on_behalf_on'),
    ...reviewed(),
  },
  (table) => [
    index('fund_returns_project').on(table.projectId, table.quarter),
    index('fund_returns_status').on(table.status, table.submittedAt),
    index('fund_returns_quarter').on(table.quarter).where(sql`${table.current} = 1`),
    uniqueIndex('fund_returns_open').on(table.projectId, table.quarter).where(sql`${table.status} = 'submitted'`),
    uniqueIndex('fund_returns_current').on(table.projectId, table.quarter).where(sql`${table.current} = 1`),
  ],
)

/** One source of a return, 元; null = not known. `name` = what the source was called when it was told. */
export const fundLines = sqliteTable(
  'fund_lines',
  {
    returnId: integer('return_id')
      .notNull()
      .references(() => fundReturns.id),
    sourceId: integer('source_id')
      .notNull()
      .references(() => fundSources.id),
    name: text('name').notNull(),
    plannedYuan: integer('planned_yuan'),
    inPlaceYuan: integer('in_place_yuan'),
    paidYuan: integer('paid_yuan'),
  },
  (table) => [primaryKey({ columns: [table.returnId, table.sourceId] })],
)

/** 统计口径: what statistics say a work has invested in a year up to a month; it stands beside the approved updates and changes none of them. */
export const statisticsInvestments = sqliteTable(
  'statistics_investments',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    year: integer('year').notNull(),
    throughMonth: text('through_month').notNull(),
    /** 本年累计, 元. */
    yuan: integer('yuan').notNull(),
    source: text('source').notNull(),
    current: current(),
    revision: integer('revision').notNull(),
    replacesId: integer('replaces_id'),
    revisionReason: text('revision_reason'),
    ...reviewed(),
  },
  (table) => [
    index('statistics_investments_project').on(table.projectId, table.throughMonth),
    index('statistics_investments_status').on(table.status, table.submittedAt),
    index('statistics_investments_month').on(table.throughMonth).where(sql`${table.current} = 1`),
    uniqueIndex('statistics_investments_open').on(table.projectId, table.throughMonth).where(sql`${table.status} = 'submitted'`),
    uniqueIndex('statistics_investments_current').on(table.projectId, table.throughMonth).where(sql`${table.current} = 1`),
  ],
)

/** 入库纳统: each state from a day on; the last one recorded stands. */
export const registrations = sqliteTable(
  'registrations',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    state: text('state', { enum: registrationStates }).notNull(),
    onDay: text('on_day').notNull(),
    documentNo: text('document_no'),
    reason: text('reason'),
    remark: text('remark'),
    current: current(),
    recordedBy: integer('recorded_by')
      .notNull()
      .references(() => users.id),
    recordedAt: text('recorded_at').notNull(),
  },
  (table) => [
    index('registrations_project').on(table.projectId),
    uniqueIndex('registrations_current').on(table.projectId).where(sql`${table.current} = 1`),
  ],
)
