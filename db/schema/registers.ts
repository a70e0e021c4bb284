import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { applicationLevels } from '../../domain/list-application'
import { chainIds } from '../../domain/plan'
import { registerResults } from '../../domain/registers'
import { organisations } from './people'
import { projects } from './projects'

/** 项目笼子: a work put forward for a list of key projects above the county; one that still runs or was accepted per list and year. */
export const listApplications = sqliteTable(
  'list_applications',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    level: text('level', { enum: applicationLevels }).notNull(),
    listName: text('list_name').notNull(),
    year: integer('year').notNull(),
    submittedOn: text('submitted_on').notNull(),
    documentNo: text('document_no'),
    result: text('result', { enum: registerResults }).notNull(),
    resultOn: text('result_on'),
    resultDocument: text('result_document'),
    remark: text('remark'),
    version: integer('version').notNull().default(1),
    createdAt: text('created_at').notNull(),
  },
  (table) => [
    index('list_applications_project').on(table.projectId, table.id),
    index('list_applications_year').on(table.year, table.level, table.result),
    index('list_applications_level').on(table.level, table.result, table.submittedOn),
    index('list_applications_submitted').on(table.submittedOn, table.id),
    uniqueIndex('list_applications_one')
      .on(table.projectId, table.level, table.listName, table.year)
      .where(sql`${table.result} <> 'rejected'`),
  ],
)

/** What the county tries to win of the policies Chapter 10 names; `bidCode` is the plan's entry. */
export const policyBids = sqliteTable(
  'policy_bids',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    bidCode: text('bid_code').notNull(),
    title: text('title').notNull(),
    /** To whom it was put. */
    addressee: text('addressee').notNull(),
    unitId: integer('unit_id').references(() => organisations.id),
    /** null = being prepared. */
    submittedOn: text('submitted_on'),
    documentNo: text('document_no'),
    result: text('result', { enum: registerResults }).notNull(),
    resultOn: text('result_on'),
    resultDocument: text('result_document'),
    /** What was won, 元; null = not known, or the policy brings no money. */
    amountYuan: integer('amount_yuan'),
    remark: text('remark'),
    version: integer('version').notNull().default(1),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('policy_bids_code').on(table.bidCode, table.id), index('policy_bids_unit').on(table.unitId)],
)

/** 链长, each from a day; an open `toDay` is in force. */
export const chainLeads = sqliteTable(
  'chain_leads',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    chainId: text('chain_id', { enum: chainIds }).notNull(),
    person: text('person').notNull(),
    post: text('post'),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day'),
    createdAt: text('created_at').notNull(),
  },
  (table) => [
    index('chain_leads_chain').on(table.chainId, table.fromDay),
    uniqueIndex('chain_leads_in_force').on(table.chainId).where(sql`${table.toDay} is null`),
  ],
)
