import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { alarmLevels, findingCategories, findingSeverities, findingSources, type ToldRole } from '../../domain/finding'
import { findingStates } from '../../domain/finding-workflow'
import { organisations, users } from './people'
import { projects } from './projects'
import { reviewed } from './reviewed'
import { rounds } from './rounds'
import { visits } from './visits'

/** 问题台账. The columns say how things stand; what was done, by whom and with which proof is in finding_steps. */
export const findings = sqliteTable(
  'findings',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    number: text('number').notNull().unique(),
    quarter: text('quarter').notNull(),
    /** The phone's id of it. */
    clientId: text('client_id').unique(),
    roundId: integer('round_id').references(() => rounds.id),
    visitId: integer('visit_id').references(() => visits.id),
    /** A work or, for what concerns no single work, only the unit. */
    projectId: integer('project_id').references(() => projects.id),
    source: text('source', { enum: findingSources }).notNull(),
    category: text('category', { enum: findingCategories }).notNull(),
    severity: text('severity', { enum: findingSeverities }).notNull(),
    /** The clause, rule or document it rests on. */
    basis: text('basis'),
    facts: text('facts').notNull(),
    foundBy: text('found_by').notNull(),
    foundOn: text('found_on').notNull(),
    registeredBy: integer('registered_by')
      .notNull()
      .references(() => users.id),
    state: text('state', { enum: findingStates }).notNull(),
    unitId: integer('unit_id').references(() => organisations.id),
    person: text('person'),
    firstDueOn: text('first_due_on'),
    dueOn: text('due_on'),
    acknowledgeDueOn: text('acknowledge_due_on'),
    plan: text('plan'),
    requestedOn: text('requested_on'),
    closedOn: text('closed_on'),
    recheckDueOn: text('recheck_due_on'),
    /** Where a round's end left it open: the later round that takes it along. */
    carriedToId: integer('carried_to_id').references(() => rounds.id),
    /** A withdrawal is proposed by one and confirmed by a second supervisor. */
    withdrawalBy: integer('withdrawal_by').references(() => users.id),
    withdrawalReason: text('withdrawal_reason'),
    version: integer('version').notNull().default(1),
    createdAt: text('created_at').notNull(),
  },
  (table) => [
    index('findings_quarter').on(table.quarter, table.id),
    index('findings_state').on(table.state, table.dueOn),
    index('findings_unit').on(table.unitId, table.state),
    index('findings_project').on(table.projectId, table.id),
    index('findings_round').on(table.roundId, table.id),
    index('findings_carried').on(table.carriedToId),
    index('findings_visit').on(table.visitId),
  ],
)

/** Every step, in order; files hang on `finding-step:<id>`. */
export const findingSteps = sqliteTable(
  'finding_steps',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    findingId: integer('finding_id')
      .notNull()
      .references(() => findings.id),
    /** A step of finding-workflow.ts, or `register`, `transfer`, `extend`, `carry`, `propose-withdrawal`, `refuse-withdrawal`. */
    step: text('step').notNull(),
    fromState: text('from_state'),
    toState: text('to_state').notNull(),
    words: text('words'),
    unitId: integer('unit_id').references(() => organisations.id),
    dueOn: text('due_on'),
    byId: integer('by_id')
      .notNull()
      .references(() => users.id),
    onDay: text('on_day').notNull(),
    at: text('at').notNull(),
  },
  (table) => [index('finding_steps_finding').on(table.findingId, table.id)],
)

export const findingExtensions = sqliteTable(
  'finding_extensions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    findingId: integer('finding_id')
      .notNull()
      .references(() => findings.id),
    previousDueOn: text('previous_due_on').notNull(),
    dueOn: text('due_on').notNull(),
    reason: text('reason').notNull(),
    ...reviewed(),
  },
  (table) => [
    index('finding_extensions_finding').on(table.findingId),
    uniqueIndex('finding_extensions_open').on(table.findingId).where(sql`${table.status} = 'submitted'`),
  ],
)

/** What the clock said of a deadline, once a level; `onDay` is the calendar's day, `postedAt` when the server came to write it. */
export const findingAlarms = sqliteTable(
  'finding_alarms',
  {
    findingId: integer('finding_id')
      .notNull()
      .references(() => findings.id),
    dueOn: text('due_on').notNull(),
    level: text('level', { enum: alarmLevels }).notNull(),
    onDay: text('on_day').notNull(),
    tell: text('tell', { mode: 'json' }).$type<ToldRole[]>().notNull(),
    ruleVersion: integer('rule_version').notNull(),
    postedAt: text('posted_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.findingId, table.dueOn, table.level] }), index('finding_alarms_day').on(table.onDay)],
)
