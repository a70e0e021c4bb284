import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { projects } from './projects'
import { reviewed } from './reviewed'

/** A milestone counts once its first date is approved: then `originalOn` stands and `baselineOn` moves only by request. */
export const milestones = sqliteTable(
  'milestones',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    definition: text('definition').notNull(),
    proof: text('proof').notNull(),
    templateKey: text('template_key'),
    originalOn: text('original_on'),
    baselineOn: text('baseline_on'),
    forecastOn: text('forecast_on'),
    metOn: text('met_on'),
    /** The approved updates that said so. */
    forecastUpdateId: integer('forecast_update_id'),
    metUpdateId: integer('met_update_id'),
    version: integer('version').notNull().default(1),
  },
  (table) => [index('milestones_project').on(table.projectId), uniqueIndex('milestones_template').on(table.projectId, table.templateKey)],
)

/** First dates and baseline changes: proposed by one, approved by another. */
export const milestoneDates = sqliteTable(
  'milestone_dates',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    milestoneId: integer('milestone_id')
      .notNull()
      .references(() => milestones.id),
    kind: text('kind', { enum: ['first', 'change'] }).notNull(),
    plannedOn: text('planned_on').notNull(),
    previousOn: text('previous_on'),
    reason: text('reason'),
    ...reviewed(),
  },
  (table) => [
    index('milestone_dates_milestone').on(table.milestoneId),
    index('milestone_dates_status').on(table.status),
    uniqueIndex('milestone_dates_open').on(table.milestoneId).where(sql`${table.status} = 'submitted'`),
  ],
)
