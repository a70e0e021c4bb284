import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Light } from '../../domain/light'
import { chainIds } from '../../domain/plan'
import { projects } from './projects'

/** One row a project with every column of the list: kept by the commands in their own transaction, never edited elsewhere. */
export const projectList = sqliteTable(
  'project_list',
  {
    projectId: integer('project_id')
      .primaryKey()
      .references(() => projects.id),
    code: text('code').notNull(),
    name: text('name').notNull(),
    sources: text('sources', { mode: 'json' }).$type<string[]>().notNull(),
    boxId: text('box_id'),
    sector: text('sector').notNull(),
    class: text('class'),
    chainId: text('chain_id'),
    chainBasis: text('chain_basis').notNull(),
    town: text('town'),
    category: text('category'),
    stage: text('stage').notNull(),
    ownerId: integer('owner_id'),
    ownerName: text('owner_name'),
    responsibleId: integer('responsible_id'),
    responsibleName: text('responsible_name'),
    /** 国家 / 省 / 市 / 县重点; the leader in charge of the work. */
    level: text('level'),
    leaderName: text('leader_name'),
    industryClass: text('industry_class'),
    /** Earlier names of its units, with 、 between: who knows the old one finds the work. */
    formerNames: text('former_names'),
    /** The plan's own figure, 元. */
    planYuan: integer('plan_yuan'),
    /** Total investment of the approved fact sheet, 元. */
    totalYuan: integer('total_yuan'),
    /** Approved investment: this year up to `approvedMonth`, and all years; `approvedPartial` = some year or the opening balance is unknown. */
    yearToDateYuan: integer('year_to_date_yuan'),
    approvedYuan: integer('approved_yuan'),
    approvedPartial: integer('approved_partial', { mode: 'boolean' }).notNull(),
    approvedMonth: text('approved_month'),
    /** The same sum with what is reported and not yet decided, 元. */
    reportedYuan: integer('reported_yuan'),
    reportedMonth: text('reported_month'),
    /** 达产年产值 of the approved fact sheet, 元. */
    fullOutputYuan: integer('full_output_yuan'),
    annualPlanYuan: integer('annual_plan_yuan'),
    step: text('step'),
    percent: integer('percent'),
    quantityDone: real('quantity_done'),
    /** The worst light by name, for the list; all of them in `lights`. */
    lightLevel: text('light_level').notNull(),
    lights: text('lights', { mode: 'json' }).$type<Light[]>().notNull(),
    /** How late, in days, the worst light by name is: only to put the worst first. */
    lateness: integer('lateness').notNull().default(0),
    /** State of the month that is due or was due last. */
    reportState: text('report_state').notNull(),
    reportMonth: text('report_month'),
    lastReportOn: text('last_report_on'),
    openConditions: integer('open_conditions').notNull(),
    /** The business day the row was computed for, and the rule version that lit its lights. */
    ratedOn: text('rated_on').notNull(),
    ruleVersion: integer('rule_version').notNull(),
  },
  (table) => [
    index('project_list_code').on(table.code),
    index('project_list_name').on(table.name, table.code),
    index('project_list_approved').on(table.approvedYuan, table.code),
    index('project_list_last_report').on(table.lastReportOn, table.code),
    index('project_list_box').on(table.boxId, table.code),
    index('project_list_sector').on(table.sector, table.code),
    index('project_list_chain').on(table.chainId, table.code),
    index('project_list_stage').on(table.stage, table.code),
    index('project_list_light').on(table.lightLevel, table.code),
    index('project_list_lateness').on(table.lightLevel, table.lateness, table.code),
    index('project_list_level').on(table.level, table.code),
    index('project_list_industry').on(table.industryClass, table.code),
    index('project_list_leader').on(table.leaderName, table.code),
    index('project_list_report').on(table.reportState, table.code),
    index('project_list_town').on(table.town, table.code),
    index('project_list_owner').on(table.ownerId, table.code),
    index('project_list_responsible').on(table.responsibleId, table.code),
    index('project_list_rated').on(table.ratedOn),
  ],
)

/** Two-character grams of code, name, owner and place: Chinese substring search by index. */
export const projectBigrams = sqliteTable(
  'project_bigrams',
  {
    gram: text('gram').notNull(),
    projectId: integer('project_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.gram, table.projectId] }), index('project_bigrams_project').on(table.projectId)],
)

/** Approved output of a chain in a year, kept by the commands that approve it; rule 11. */
export const chainOutputs = sqliteTable(
  'chain_outputs',
  {
    chainId: text('chain_id', { enum: chainIds }).notNull(),
    year: integer('year').notNull(),
    yuan: integer('yuan'),
    known: integer('known').notNull(),
    unknown: integer('unknown').notNull(),
    source: text('source', { enum: ['statistics', 'enterprises', 'none'] }).notNull(),
    throughMonth: text('through_month'),
  },
  (table) => [primaryKey({ columns: [table.chainId, table.year] })],
)
