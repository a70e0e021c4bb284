import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { bulletinStates } from '../../domain/bulletin-workflow'
import type { EvaluationFacts, EvaluationTexts } from '../../domain/evaluation'
import { evaluationKinds } from '../../domain/evaluation-kinds'
import { responsibilityKinds } from '../../domain/responsibility'
import { documents } from './files'
import { organisations, users } from './people'
import { planPeriods } from './plan'
import { projects } from './projects'
import { current, reviewed } from './reviewed'

/** An indicator's value of a year, as its source prints it; the year the plan starts from holds a revised base, the printed one stays in the plan. */
export const indicatorValues = sqliteTable(
  'indicator_values',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    indicatorNo: text('indicator_no').notNull(),
    year: integer('year').notNull(),
    value: text('value').notNull(),
    source: text('source').notNull(),
    document: text('document'),
    current: current(),
    revision: integer('revision').notNull(),
    replacesId: integer('replaces_id'),
    revisionReason: text('revision_reason'),
    ...reviewed(),
  },
  (table) => [
    index('indicator_values_indicator').on(table.indicatorNo, table.year, table.id),
    index('indicator_values_status').on(table.status, table.id),
    uniqueIndex('indicator_values_open').on(table.indicatorNo, table.year).where(sql`${table.status} = 'submitted'`),
    uniqueIndex('indicator_values_current').on(table.indicatorNo, table.year).where(sql`${table.current} = 1`),
  ],
)

/** Which of the plan's statements an indicator is judged by, and why; the last one counts, the earlier ones stay. */
export const indicatorTargets = sqliteTable(
  'indicator_targets',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    indicatorNo: text('indicator_no').notNull(),
    /** `table`, or a register's code and side: `R054a`. */
    statement: text('statement').notNull(),
    /** Figure within the words of the statement. */
    value: text('value').notNull(),
    reason: text('reason').notNull(),
    chosenBy: integer('chosen_by')
      .notNull()
      .references(() => users.id),
    chosenAt: text('chosen_at').notNull(),
  },
  (table) => [index('indicator_targets_indicator').on(table.indicatorNo, table.id)],
)

/** 责任单位 of a chain's target, an indicator or a box, each from a day; an open `toDay` is in force. */
export const responsibilities = sqliteTable(
  'responsibilities',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind', { enum: responsibilityKinds }).notNull(),
    /** `machinery`, `15-1`, `3-1`. */
    code: text('code').notNull(),
    organisationId: integer('organisation_id')
      .notNull()
      .references(() => organisations.id),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day'),
    document: text('document'),
    createdAt: text('created_at').notNull(),
  },
  (table) => [
    index('responsibilities_of').on(table.kind, table.code, table.id),
    index('responsibilities_organisation').on(table.organisationId, table.kind),
    uniqueIndex('responsibilities_in_force').on(table.kind, table.code).where(sql`${table.toDay} is null`),
  ],
)

/** 规划实施评估: figures frozen at the head of the event chain, texts by persons; once issued the bytes are a row of `documents`. */
export const evaluations = sqliteTable(
  'evaluations',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind', { enum: evaluationKinds }).notNull(),
    year: integer('year').notNull(),
    state: text('state', { enum: bulletinStates }).notNull(),
    title: text('title').notNull(),
    facts: text('facts', { mode: 'json' }).$type<EvaluationFacts>().notNull(),
    texts: text('texts', { mode: 'json' }).$type<EvaluationTexts>().notNull(),
    headSeq: integer('head_seq'),
    headHash: text('head_hash'),
    frozenAt: text('frozen_at'),
    draftedBy: integer('drafted_by')
      .notNull()
      .references(() => users.id),
    draftedAt: text('drafted_at').notNull(),
    proposedBy: integer('proposed_by').references(() => users.id),
    sentBackReason: text('sent_back_reason'),
    /** Everybody who wrote in it: none of them issues it. */
    editors: text('editors', { mode: 'json' }).$type<number[]>().notNull(),
    issuedBy: integer('issued_by').references(() => users.id),
    documentId: integer('document_id').references(() => documents.id),
    version: integer('version').notNull().default(1),
  },
  (table) => [index('evaluations_year').on(table.year, table.id), index('evaluations_state').on(table.state, table.id)],
)

/** The library a work belongs to from a day on; without a row it is the one it was made in. */
export const projectPeriods = sqliteTable(
  'project_periods',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    periodId: text('period_id')
      .notNull()
      .references(() => planPeriods.id),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day'),
    reason: text('reason').notNull(),
    createdBy: integer('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: text('created_at').notNull(),
  },
  (table) => [
    index('project_periods_period').on(table.periodId, table.projectId),
    uniqueIndex('project_periods_in_force').on(table.projectId).where(sql`${table.toDay} is null`),
  ],
)
