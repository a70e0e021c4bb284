import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { reportStates } from '../../domain/duty'
import type { Light } from '../../domain/light'
import { lockKinds, lockStates, pastSubjects, type ReportCounts, totalDimensions } from '../../domain/lock'
import { chainIds, sectors } from '../../domain/plan'
import { projectLevels, stages } from '../../domain/project'
import { users } from './people'
import { projects } from './projects'
import { reviewed } from './reviewed'

/** How rows of facts stood before they changed, kept by triggers whoever writes: what was known at an earlier moment is read back from it. */
export const factPasts = sqliteTable(
  'fact_pasts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** When the change was made; null until its transaction ends. */
    at: text('at'),
    subject: text('subject', { enum: pastSubjects }).notNull(),
    /** The work it belongs to; null for what belongs to none (a firm's output, a unit's name, an account). */
    projectId: integer('project_id'),
    rowKey: text('row_key').notNull(),
    /** The row before the change; null = it was not there. */
    was: text('was', { mode: 'json' }).$type<Record<string, unknown>>(),
  },
  (table) => [
    index('fact_pasts_project').on(table.projectId, table.id),
    index('fact_pasts_subject').on(table.subject, table.id),
    index('fact_pasts_at').on(table.at, table.id),
    index('fact_pasts_unsettled').on(table.id).where(sql`${table.at} is null`),
  ],
)

/** A period's figures, computed from what was known at one moment; confirmed by a second person they never change. */
export const locks = sqliteTable(
  'locks',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind', { enum: lockKinds }).notNull(),
    /** `2025-09`, `2025Q3`, `2025`; for a day's picture the day. */
    period: text('period').notNull(),
    revision: integer('revision').notNull(),
    state: text('state', { enum: lockStates }).notNull(),
    /** The last month whose figures count, the day on which stages and units stand, the day the reports are judged on. */
    throughMonth: text('through_month').notNull(),
    standsOn: text('stands_on').notNull(),
    judgedOn: text('judged_on').notNull(),
    /** The moment it was read at: instant, last event, last change of a row, last update handed in (null for a day's picture: by instant). */
    at: text('at').notNull(),
    eventSeq: integer('event_seq').notNull(),
    pastMark: integer('past_mark').notNull(),
    updateMark: integer('update_mark'),
    /** For a quarter or year: the locked months or quarters it adds up. */
    bases: text('bases', { mode: 'json' }).$type<number[]>().notNull(),
    /** What the precheck found when it was begun. */
    checks: text('checks', { mode: 'json' }).$type<Record<string, number | null>>().notNull(),
    ruleVersion: integer('rule_version').notNull(),
    cursor: integer('cursor').notNull().default(0),
    works: integer('works').notNull().default(0),
    /** Chained over the rows: SHA-256(before ‖ row). */
    digest: text('digest').notNull().default(''),
    begunBy: integer('begun_by')
      .notNull()
      .references(() => users.id),
    begunAt: text('begun_at').notNull(),
    submittedBy: integer('submitted_by').references(() => users.id),
    submittedAt: text('submitted_at'),
    decidedBy: integer('decided_by').references(() => users.id),
    decidedAt: text('decided_at'),
    decisionReason: text('decision_reason'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('locks_period').on(table.kind, table.period, table.revision),
    index('locks_state').on(table.state, table.id),
    uniqueIndex('locks_open').on(table.kind, table.period).where(sql`${table.state} in ('computing', 'computed', 'submitted')`),
    uniqueIndex('locks_confirmed').on(table.kind, table.period, table.revision).where(sql`${table.state} = 'confirmed'`),
  ],
)

/** One row a work that counts in the period; withdrawn ones are not in it. Money in 元, null = not known. */
export const lockWorks = sqliteTable(
  'lock_works',
  {
    lockId: integer('lock_id')
      .notNull()
      .references(() => locks.id),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    code: text('code').notNull(),
    name: text('name').notNull(),
    sector: text('sector', { enum: sectors }).notNull(),
    boxId: text('box_id'),
    chainId: text('chain_id', { enum: chainIds }),
    level: text('level', { enum: projectLevels }),
    town: text('town'),
    stage: text('stage', { enum: stages }).notNull(),
    ownerName: text('owner_name'),
    responsibleName: text('responsible_name'),
    /** The year's plan as it was first approved, and as adjusted since. */
    planOriginalYuan: integer('plan_original_yuan'),
    planYuan: integer('plan_yuan'),
    /** 本年累计 through `approvedMonth`, and what the period itself adds since `flowSince` (null = since the year's beginning). */
    yearToDateYuan: integer('year_to_date_yuan'),
    approvedMonth: text('approved_month'),
    flowYuan: integer('flow_yuan'),
    flowSince: text('flow_since'),
    investedYuan: integer('invested_yuan'),
    investedPartial: integer('invested_partial', { mode: 'boolean' }).notNull(),
    step: text('step'),
    percent: integer('percent'),
    lightLevel: text('light_level', { enum: ['red', 'yellow', 'green', 'none'] }).notNull(),
    lights: text('lights', { mode: 'json' }).$type<Light[]>().notNull(),
    reportState: text('report_state', { enum: reportStates }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.lockId, table.projectId] }),
    index('lock_works_code').on(table.lockId, table.code),
    index('lock_works_report').on(table.lockId, table.reportState, table.projectId),
    index('lock_works_light').on(table.lockId, table.lightLevel, table.code),
  ],
)

/** What the rows add up to: the whole (key ''), and by sector, chain, level, town; each sum with how many works it covers. */
export const lockTotals = sqliteTable(
  'lock_totals',
  {
    lockId: integer('lock_id')
      .notNull()
      .references(() => locks.id),
    dimension: text('dimension', { enum: totalDimensions }).notNull(),
    key: text('key').notNull(),
    works: integer('works').notNull(),
    planOriginalYuan: integer('plan_original_yuan'),
    planOriginalKnown: integer('plan_original_known').notNull(),
    planYuan: integer('plan_yuan'),
    planKnown: integer('plan_known').notNull(),
    yearToDateYuan: integer('year_to_date_yuan'),
    yearToDateKnown: integer('year_to_date_known').notNull(),
    flowYuan: integer('flow_yuan'),
    flowKnown: integer('flow_known').notNull(),
    investedYuan: integer('invested_yuan'),
    investedKnown: integer('invested_known').notNull(),
    investedPartial: integer('invested_partial').notNull(),
    lights: text('lights', { mode: 'json' }).$type<Record<string, number>>().notNull(),
    stages: text('stages', { mode: 'json' }).$type<Record<string, number>>().notNull(),
    reports: text('reports', { mode: 'json' }).$type<ReportCounts>().notNull(),
    /** A chain's output of the year through the period, as of the moment: not a sum over works. */
    outputYuan: integer('output_yuan'),
    outputKnown: integer('output_known'),
    outputUnknown: integer('output_unknown'),
    outputSource: text('output_source', { enum: ['statistics', 'enterprises', 'none'] }),
    outputThrough: text('output_through'),
  },
  (table) => [primaryKey({ columns: [table.lockId, table.dimension, table.key] })],
)

/** A locked period is opened again only for a reason and by a second person; what was published stays. */
export const lockReopenings = sqliteTable(
  'lock_reopenings',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    lockId: integer('lock_id')
      .notNull()
      .references(() => locks.id),
    reason: text('reason').notNull(),
    ...reviewed(),
  },
  (table) => [
    index('lock_reopenings_lock').on(table.lockId),
    index('lock_reopenings_status').on(table.status),
    uniqueIndex('lock_reopenings_open').on(table.lockId).where(sql`${table.status} = 'submitted'`),
  ],
)
