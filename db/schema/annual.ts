import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { annualPlans, projects } from './projects'
import { current, reviewed } from './reviewed'

/** The year's list as it was published, and drafts of the next; a later revision supersedes, the earlier ones stay. */
export const yearLists = sqliteTable(
  'year_lists',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    year: integer('year').notNull(),
    /** Counts the published ones: a draft that was returned leaves its number to the next. */
    revision: integer('revision').notNull(),
    current: current(),
    documentNo: text('document_no').notNull(),
    title: text('title').notNull(),
    day: text('day').notNull(),
    reason: text('reason'),
    /** Totals when it was drafted, 元, with how many of its works are known. */
    works: integer('works').notNull(),
    plannedYuan: integer('planned_yuan'),
    plannedKnown: integer('planned_known').notNull(),
    ...reviewed(),
  },
  (table) => [
    index('year_lists_year').on(table.year, table.status),
    index('year_lists_status').on(table.status),
    uniqueIndex('year_lists_open').on(table.year).where(sql`${table.status} = 'submitted'`),
    uniqueIndex('year_lists_current').on(table.year).where(sql`${table.current} = 1`),
    uniqueIndex('year_lists_revision').on(table.year, table.revision).where(sql`${table.status} = 'approved'`),
  ],
)

/** A work of a list with its plan as it stood: written with the list, never changed. */
export const yearListWorks = sqliteTable(
  'year_list_works',
  {
    listId: integer('list_id')
      .notNull()
      .references(() => yearLists.id),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    planId: integer('plan_id')
      .notNull()
      .references(() => annualPlans.id),
    code: text('code').notNull(),
    name: text('name').notNull(),
    sector: text('sector').notNull(),
    chainId: text('chain_id'),
    town: text('town'),
    category: text('category'),
    level: text('level'),
    stage: text('stage').notNull(),
    ownerName: text('owner_name'),
    responsibleName: text('responsible_name'),
    leader: text('leader'),
    totalYuan: integer('total_yuan'),
    originalYuan: integer('original_yuan'),
    plannedYuan: integer('planned_yuan'),
    startMonth: text('start_month'),
    finishMonth: text('finish_month'),
    productionMonth: text('production_month'),
    imageGoal: text('image_goal'),
    documentNo: text('document_no'),
    listNote: text('list_note'),
  },
  (table) => [
    primaryKey({ columns: [table.listId, table.projectId] }),
    index('year_list_works_code').on(table.listId, table.code),
    index('year_list_works_project').on(table.projectId),
  ],
)
