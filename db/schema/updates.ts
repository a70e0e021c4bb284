import { sql } from 'drizzle-orm'
import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { conditionKinds } from '../../domain/condition'
import { timings, updateKinds } from '../../domain/update'
import { milestones } from './milestones'
import { organisations, users } from './people'
import { projects } from './projects'
import { current, reviewed } from './reviewed'

/** What a unit said of a work. A submitted row's facts are never edited; `current` marks the approved one that counts. */
export const updates = sqliteTable(
  'updates',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    kind: text('kind', { enum: updateKinds }).notNull(),
    /** The month spoken of; for a milestone, the month of the day it speaks of. */
    period: text('period').notNull(),
    milestoneId: integer('milestone_id').references(() => milestones.id),
    current: current(),
    revision: integer('revision').notNull(),
    /** The returned or withdrawn one it answers, or the approved one it corrects. */
    replacesId: integer('replaces_id'),
    revisionReason: text('revision_reason'),
    noChange: integer('no_change', { mode: 'boolean' }).notNull().default(false),
    /** 本年累计: this year up to the month's end, 元. */
    yearToDateYuan: integer('year_to_date_yuan'),
    step: text('step'),
    progressText: text('progress_text'),
    percent: integer('percent'),
    quantityDone: real('quantity_done'),
    conditionKind: text('condition_kind', { enum: conditionKinds }),
    conditionAsk: text('condition_ask'),
    conditionUnitId: integer('condition_unit_id').references(() => organisations.id),
    forecastOn: text('forecast_on'),
    metOn: text('met_on'),
    reason: text('reason'),
    completedOn: text('completed_on'),
    finalYuan: integer('final_yuan'),
    documentNo: text('document_no'),
    remark: text('remark'),
    /** Codes of the oddities the remark answers. */
    warnings: text('warnings', { mode: 'json' }).$type<string[]>().notNull(),
    onBehalfSource: text('on_behalf_source'),
    onBehalfOn: text('on_behalf_on'),
    backfilled: integer('backfilled', { mode: 'boolean' }).notNull().default(false),
    timing: text('timing', { enum: timings }).notNull(),
    dueOn: text('due_on'),
    ...reviewed(),
    submittedOn: text('submitted_on').notNull(),
    decidedOn: text('decided_on'),
  },
  (table) => [
    index('updates_project').on(table.projectId, table.kind, table.period),
    index('updates_status').on(table.status, table.submittedAt),
    index('updates_milestone').on(table.milestoneId),
    index('updates_period').on(table.period, table.status, table.decidedAt),
    index('updates_unanswered').on(table.period).where(sql`${table.current} = 1 and ${table.remark} is null and ${table.warnings} <> '[]'`),
    // One open and one current a month of a project, and a milestone: an expression in an index is beyond the generator.
    uniqueIndex('updates_open')
      .on(table.projectId, table.kind, table.period)
      .where(sql`${table.status} = 'submitted' and ${table.milestoneId} is null`),
    uniqueIndex('updates_open_milestone')
      .on(table.milestoneId)
      .where(sql`${table.status} = 'submitted' and ${table.milestoneId} is not null`),
    uniqueIndex('updates_current')
      .on(table.projectId, table.kind, table.period)
      .where(sql`${table.current} = 1 and ${table.milestoneId} is null`),
    uniqueIndex('updates_current_milestone').on(table.milestoneId).where(sql`${table.current} = 1 and ${table.milestoneId} is not null`),
  ],
)

/** Half-typed forms: one row per person and subject; not facts, not events. */
export const drafts = sqliteTable(
  'drafts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id),
    /** `update:P0001:monthly:2025-09`, `output:12:machinery:2025Q3` … */
    subject: text('subject').notNull(),
    body: text('body', { mode: 'json' }).$type<Record<string, string>>().notNull(),
    version: integer('version').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [uniqueIndex('drafts_subject').on(table.userId, table.subject)],
)

/** Enabling conditions (要素保障): raised by an approved update, asked of a unit, answered by it. */
export const conditions = sqliteTable(
  'conditions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    kind: text('kind', { enum: conditionKinds }).notNull(),
    ask: text('ask').notNull(),
    askedOfId: integer('asked_of_id').references(() => organisations.id),
    level: integer('level').notNull().default(1),
    /** The clock of the level; null = it has not begun. At the third level the next meeting is the day, so there is none of its own. */
    levelSince: text('level_since'),
    levelDueOn: text('level_due_on'),
    /** Until when whoever was asked last has time to answer, whatever the level. */
    unitDueOn: text('unit_due_on'),
    state: text('state', { enum: ['open', 'answered', 'solved', 'cannot'] }).notNull(),
    updateId: integer('update_id').references(() => updates.id),
    raisedOn: text('raised_on').notNull(),
    answer: text('answer'),
    answeredBy: integer('answered_by').references(() => users.id),
    answeredOn: text('answered_on'),
    closedOn: text('closed_on'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('conditions_project').on(table.projectId),
    index('conditions_asked_of').on(table.askedOfId, table.state),
    index('conditions_state').on(table.state),
    index('conditions_due').on(table.state, table.level, table.levelDueOn),
    index('conditions_unit_due').on(table.state, table.unitDueOn),
    index('conditions_closed').on(table.closedOn, table.raisedOn),
  ],
)
