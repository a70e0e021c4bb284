import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { FactSheet } from '../../domain/fact-sheet'
import { chainIds, sectors } from '../../domain/plan'
import { curveShapes } from '../../domain/plan-curve'
import { chainBases, industryClasses, projectLevels, stages } from '../../domain/project'
import { organisations } from './people'
import { current, reviewed } from './reviewed'

export const projects = sqliteTable(
  'projects',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** `P0001`: permanent, never re-used. */
    code: text('code').notNull().unique(),
    name: text('name').notNull(),
    periodId: text('period_id').notNull(),
    sector: text('sector', { enum: sectors }).notNull(),
    stage: text('stage', { enum: stages }).notNull().default('unknown'),
    stageSince: text('stage_since'),
    chainId: text('chain_id', { enum: chainIds }),
    chainBasis: text('chain_basis', { enum: chainBases }).notNull().default('unknown'),
    /** Why we suggest the chain, or the bureau's words; the plan's clause stays in plan_entries. */
    chainReason: text('chain_reason'),
    town: text('town'),
    category: text('category'),
    /** 国家 / 省 / 市 / 县重点; null = not entered. */
    level: text('level', { enum: projectLevels }),
    /** 招商 / 新兴产业 / 主导产业; null = not entered. */
    industryClass: text('industry_class', { enum: industryClasses }),
    /** For works beyond the plan: the document that admits them, `文号（日期）标题`. */
    sourceDocument: text('source_document'),
    templateCode: text('template_code'),
    completedOn: text('completed_on'),
    /** Pausing needs a reason and a refresh each quarter. */
    pauseReason: text('pause_reason'),
    pauseRefreshedOn: text('pause_refreshed_on'),
    version: integer('version').notNull().default(1),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('projects_chain').on(table.chainId), index('projects_sector').on(table.sector)],
)

/** The plan items that name a work; the first position is its main source. */
export const projectSources = sqliteTable(
  'project_sources',
  {
    itemCode: text('item_code').primaryKey(),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    position: integer('position').notNull(),
  },
  (table) => [index('project_sources_project').on(table.projectId)],
)

export const assignmentKinds = ['owner', 'responsible', 'leader'] as const

/** Who answers for a work, each from a day; an open `toDay` is in force. */
export const assignments = sqliteTable(
  'assignments',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    kind: text('kind', { enum: assignmentKinds }).notNull(),
    organisationId: integer('organisation_id').references(() => organisations.id),
    person: text('person'),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day'),
  },
  (table) => [
    index('assignments_organisation').on(table.organisationId),
    index('assignments_project').on(table.projectId),
    uniqueIndex('assignments_in_force').on(table.projectId, table.kind).where(sql`${table.toDay} is null`),
  ],
)

/** The stage in force from a day on; the last one is the project's stage. What was due in an earlier month follows from it. */
export const projectStages = sqliteTable(
  'project_stages',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    stage: text('stage', { enum: stages }).notNull(),
    fromDay: text('from_day').notNull(),
    reason: text('reason'),
    /** When it was entered; null = before that was kept, then the day stands for it. */
    recordedAt: text('recorded_at'),
  },
  (table) => [index('project_stages_project').on(table.projectId, table.fromDay)],
)

/** Declared once and revised; the approved revision marked current is what counts. */
export const factSheets = sqliteTable(
  'fact_sheets',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    revision: integer('revision').notNull(),
    current: current(),
    body: text('body', { mode: 'json' }).$type<FactSheet>().notNull(),
    replacesId: integer('replaces_id'),
    onBehalf: text('on_behalf'),
    ...reviewed(),
  },
  (table) => [
    index('fact_sheets_project').on(table.projectId),
    index('fact_sheets_status').on(table.status),
    uniqueIndex('fact_sheets_open').on(table.projectId).where(sql`${table.status} = 'submitted'`),
    uniqueIndex('fact_sheets_current').on(table.projectId).where(sql`${table.current} = 1`),
  ],
)

/** One planned investment a project and year; a later adjustment is a new row that becomes current. */
export const annualPlans = sqliteTable(
  'annual_plans',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    year: integer('year').notNull(),
    current: current(),
    plannedYuan: integer('planned_yuan'),
    startMonth: text('start_month'),
    finishMonth: text('finish_month'),
    documentNo: text('document_no'),
    reason: text('reason'),
    /** Planned month of going into production (投产). */
    productionMonth: text('production_month'),
    /** How the year's money is spread over its months: a standard shape, or `own` with twelve cumulative sums in 元; null = no curve. */
    curveShape: text('curve_shape', { enum: curveShapes }),
    curve: text('curve', { mode: 'json' }).$type<number[]>(),
    /** What should stand at the end of the year (形象进度目标). */
    imageGoal: text('image_goal'),
    /** Who answers for this year's plan, as the document says; the assignments of the work stay as they are. */
    leader: text('leader'),
    responsibleId: integer('responsible_id').references(() => organisations.id),
    listNote: text('list_note'),
    ...reviewed(),
  },
  (table) => [
    index('annual_plans_year').on(table.year, table.current, table.projectId),
    index('annual_plans_project').on(table.projectId, table.year),
    index('annual_plans_status').on(table.status),
    uniqueIndex('annual_plans_open').on(table.projectId, table.year).where(sql`${table.status} = 'submitted'`),
    uniqueIndex('annual_plans_current').on(table.projectId, table.year).where(sql`${table.current} = 1`),
  ],
)
