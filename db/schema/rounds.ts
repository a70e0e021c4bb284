import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { DrawFile } from '../../domain/draw'
import { memberDuties, roundKinds, roundStates, type ScopeRule, scopeRoutes, strataKinds } from '../../domain/inspection'
import { users } from './people'
import { projects } from './projects'

/** A round of inspection. `openedAt` = when others than the supervisors may know of it; `listOpenedAt` = when they may know its whole list. */
export const rounds = sqliteTable(
  'rounds',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    quarter: text('quarter').notNull(),
    kind: text('kind', { enum: roundKinds }).notNull(),
    title: text('title').notNull(),
    announced: integer('announced', { mode: 'boolean' }).notNull(),
    state: text('state', { enum: roundStates }).notNull(),
    fromDay: text('from_day'),
    toDay: text('to_day'),
    /** Words of the notice: what is looked at, and what is asked of the units. */
    scopeWords: text('scope_words'),
    requirements: text('requirements'),
    materialsDueOn: text('materials_due_on'),
    notifiedOn: text('notified_on'),
    openedAt: text('opened_at'),
    listOpenedAt: text('list_opened_at'),
    abandonReason: text('abandon_reason'),
    createdBy: integer('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: text('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('rounds_state').on(table.state),
    uniqueIndex('rounds_quarterly').on(table.quarter).where(sql`${table.kind} = 'quarterly' and ${table.state} <> 'abandoned'`),
  ],
)

export const roundGroups = sqliteTable(
  'round_groups',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    roundId: integer('round_id')
      .notNull()
      .references(() => rounds.id),
    name: text('name').notNull(),
    fromDay: text('from_day'),
    toDay: text('to_day'),
  },
  (table) => [uniqueIndex('round_groups_name').on(table.roundId, table.name)],
)

/** Named persons with a unit; an account is optional. */
export const roundMembers = sqliteTable(
  'round_members',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    roundId: integer('round_id')
      .notNull()
      .references(() => rounds.id),
    groupId: integer('group_id').references(() => roundGroups.id),
    name: text('name').notNull(),
    unit: text('unit').notNull(),
    userId: integer('user_id').references(() => users.id),
    duty: text('duty', { enum: memberDuties }).notNull(),
  },
  (table) => [index('round_members_round').on(table.roundId), index('round_members_user').on(table.userId)],
)

export const roundWorks = sqliteTable(
  'round_works',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    roundId: integer('round_id')
      .notNull()
      .references(() => rounds.id),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    route: text('route', { enum: scopeRoutes }).notNull(),
    rules: text('rules', { mode: 'json' }).$type<ScopeRule[]>().notNull(),
    drawId: integer('draw_id'),
    groupId: integer('group_id').references(() => roundGroups.id),
    visitOn: text('visit_on'),
    /** When its first visit started: an unannounced work is nobody else's to know before. */
    openedAt: text('opened_at'),
  },
  (table) => [uniqueIndex('round_works_work').on(table.roundId, table.projectId), index('round_works_project').on(table.projectId)],
)

/** A seed committed before the list is known, the frozen list, and what was drawn; `file` is what is exported and repeated. */
export const draws = sqliteTable(
  'draws',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    roundId: integer('round_id')
      .notNull()
      .references(() => rounds.id),
    position: integer('position').notNull(),
    /** Why there is a second one; null for the first. */
    reason: text('reason'),
    seed: text('seed').notNull(),
    seedHash: text('seed_hash').notNull(),
    committedBy: integer('committed_by')
      .notNull()
      .references(() => users.id),
    committedAt: text('committed_at').notNull(),
    stratify: text('stratify', { enum: strataKinds }),
    frozenAt: text('frozen_at'),
    listHash: text('list_hash'),
    drawnBy: integer('drawn_by').references(() => users.id),
    drawnAt: text('drawn_at'),
    /** Drawn works that were taken out of the list again, each with the reason; printed beside the draw. */
    removed: text('removed', { mode: 'json' }).$type<{ code: string; reason: string }[]>(),
    /** From the freezing on; `drawn` is empty and the seed hidden from every reader until `drawnAt`. */
    file: text('file', { mode: 'json' }).$type<DrawFile>(),
  },
  (table) => [uniqueIndex('draws_round').on(table.roundId, table.position)],
)

/** What every unit of the round is asked to hand in. */
export const roundMaterials = sqliteTable(
  'round_materials',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    roundId: integer('round_id')
      .notNull()
      .references(() => rounds.id),
    position: integer('position').notNull(),
    name: text('name').notNull(),
  },
  (table) => [uniqueIndex('round_materials_position').on(table.roundId, table.position)],
)

/** What a unit handed in for a work; files hang on `material:<id>`. A later one stands beside the earlier. */
export const materialReturns = sqliteTable(
  'material_returns',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    materialId: integer('material_id')
      .notNull()
      .references(() => roundMaterials.id),
    roundWorkId: integer('round_work_id')
      .notNull()
      .references(() => roundWorks.id),
    words: text('words'),
    handedInBy: integer('handed_in_by')
      .notNull()
      .references(() => users.id),
    handedInAt: text('handed_in_at').notNull(),
    handedInOn: text('handed_in_on').notNull(),
  },
  (table) => [index('material_returns_work').on(table.roundWorkId)],
)
