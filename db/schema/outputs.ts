import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { chainIds } from '../../domain/plan'
import { organisations } from './people'
import { current, reviewed } from './reviewed'

/** Enterprises tied to a chain: the N of "n of N"; `basis` is the plan's clause or the bureau's confirmation. */
export const chainEnterprises = sqliteTable(
  'chain_enterprises',
  {
    chainId: text('chain_id', { enum: chainIds }).notNull(),
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    basis: text('basis', { enum: ['stated', 'confirmed'] }).notNull(),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day'),
  },
  (table) => [
    primaryKey({ columns: [table.chainId, table.organisationId, table.fromDay] }),
    index('chain_enterprises_organisation').on(table.organisationId),
  ],
)

/** Year-to-date output of an enterprise in its chain's measure, once a quarter, reviewed like an update. */
export const outputReturns = sqliteTable(
  'output_returns',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    chainId: text('chain_id', { enum: chainIds }).notNull(),
    quarter: text('quarter').notNull(),
    current: current(),
    revision: integer('revision').notNull(),
    replacesId: integer('replaces_id'),
    revisionReason: text('revision_reason'),
    yearToDateYuan: integer('year_to_date_yuan').notNull(),
    remark: text('remark'),
    onBehalfSource: text('on_behalf_source'),
    onBehalfOn: text('on_behalf_on'),
    ...reviewed(),
  },
  (table) => [
    index('output_returns_chain').on(table.chainId, table.quarter),
    index('output_returns_organisation').on(table.organisationId),
    index('output_returns_status').on(table.status),
    uniqueIndex('output_returns_open').on(table.organisationId, table.chainId, table.quarter).where(sql`${table.status} = 'submitted'`),
    uniqueIndex('output_returns_current').on(table.organisationId, table.chainId, table.quarter).where(sql`${table.current} = 1`),
  ],
)

/** A chain's yearly output as the bureau entered it from statistics and another person confirmed. */
export const statisticsOutputs = sqliteTable(
  'statistics_outputs',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    chainId: text('chain_id', { enum: chainIds }).notNull(),
    year: integer('year').notNull(),
    throughMonth: text('through_month').notNull(),
    yuan: integer('yuan').notNull(),
    source: text('source').notNull(),
    current: current(),
    ...reviewed(),
  },
  (table) => [
    uniqueIndex('statistics_outputs_open').on(table.chainId, table.year).where(sql`${table.status} = 'submitted'`),
    uniqueIndex('statistics_outputs_current').on(table.chainId, table.year).where(sql`${table.current} = 1`),
  ],
)
