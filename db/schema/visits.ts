import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Light } from '../../domain/light'
import { differenceStates, ratingLevels, seenResults, visitConflicts } from '../../domain/visit'
import { users } from './people'
import { projects } from './projects'
import { rounds, roundWorks } from './rounds'

/** One inspector at one site. Never edited once received; `finishedAt` null = started and not yet handed in. */
export const visits = sqliteTable(
  'visits',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    clientId: text('client_id').notNull().unique(),
    roundId: integer('round_id')
      .notNull()
      .references(() => rounds.id),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    /** Null when the work is not (or no longer) in the round's list: then `conflict` says so. */
    roundWorkId: integer('round_work_id').references(() => roundWorks.id),
    inspectorId: integer('inspector_id')
      .notNull()
      .references(() => users.id),
    /** The phone's words corrected by what it knew of its clock's error, never later than the receipt. */
    startedAt: text('started_at').notNull(),
    endedAt: text('ended_at'),
    visitedOn: text('visited_on').notNull(),
    receivedAt: text('received_at').notNull(),
    finishedAt: text('finished_at'),
    clockOffsetMs: integer('clock_offset_ms'),
    basis: text('basis', { mode: 'json' }).$type<Record<string, string | number | null>>().notNull(),
    present: text('present', { mode: 'json' }).$type<string[]>(),
    words: text('words'),
    ratingLevel: text('rating_level', { enum: ratingLevels }),
    ratingReason: text('rating_reason'),
    lat: real('lat'),
    lon: real('lon'),
    conflict: text('conflict', { enum: visitConflicts }),
    /** What a person decided of a conflict: it counts, or it is set aside. */
    settled: text('settled', { enum: ['counts', 'set-aside'] }),
    settledBy: integer('settled_by').references(() => users.id),
    settledOn: text('settled_on'),
    settledReason: text('settled_reason'),
  },
  (table) => [
    index('visits_round').on(table.roundId, table.projectId),
    index('visits_project').on(table.projectId, table.visitedOn),
    index('visits_inspector').on(table.inspectorId),
    index('visits_conflict').on(table.conflict).where(sql`${table.conflict} is not null and ${table.settled} is null`),
  ],
)

/** Seen beside reported and approved, as they stood together on the phone. Numbers in `…Number` (money 元), words and days in `…Text`. */
export const visitFigures = sqliteTable(
  'visit_figures',
  {
    visitId: integer('visit_id')
      .notNull()
      .references(() => visits.id),
    figure: text('figure').notNull(),
    result: text('result', { enum: seenResults }).notNull(),
    reportedNumber: real('reported_number'),
    reportedText: text('reported_text'),
    approvedNumber: real('approved_number'),
    approvedText: text('approved_text'),
    seenNumber: real('seen_number'),
    seenText: text('seen_text'),
    why: text('why'),
  },
  (table) => [primaryKey({ columns: [table.visitId, table.figure] })],
)

/** A photograph on its way: its pieces lie in $DATA_DIR/uploads until it is whole, then it is evidence of `visit:<id>` or `finding:<id>`. */
export const visitPhotos = sqliteTable(
  'visit_photos',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    clientId: text('client_id').notNull().unique(),
    visitId: integer('visit_id')
      .notNull()
      .references(() => visits.id),
    findingId: integer('finding_id'),
    name: text('name').notNull(),
    bytes: integer('bytes').notNull(),
    /** Of the bytes as sent; what is stored is re-encoded and has a hash of its own. */
    sentSha256: text('sent_sha256').notNull(),
    storedSha256: text('stored_sha256'),
    takenAt: text('taken_at').notNull(),
    lat: real('lat'),
    lon: real('lon'),
    announcedAt: text('announced_at').notNull(),
    receivedAt: text('received_at'),
    /** Why its bytes could not be taken: a refusal code. The phone is told, and nothing hangs on the visit. */
    refused: text('refused'),
  },
  (table) => [index('visit_photos_visit').on(table.visitId)],
)

/** The group leader's one summary of a site, over every visit that stands. A later one takes the place of the earlier, which stays. */
export const visitSummaries = sqliteTable(
  'visit_summaries',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    roundWorkId: integer('round_work_id')
      .notNull()
      .references(() => roundWorks.id),
    words: text('words').notNull(),
    /** Of a later one: why it takes the place of the earlier. */
    why: text('why'),
    signedBy: integer('signed_by')
      .notNull()
      .references(() => users.id),
    signedOn: text('signed_on').notNull(),
    signedAt: text('signed_at').notNull(),
  },
  (table) => [index('visit_summaries_work').on(table.roundWorkId)],
)

/** The supervisor's rating beside the computed light of that day; when worse, the owner answers by `answerDueOn`, and the answer stands for good. */
export const ratings = sqliteTable(
  'ratings',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    roundWorkId: integer('round_work_id')
      .notNull()
      .references(() => roundWorks.id),
    visitId: integer('visit_id').references(() => visits.id),
    summaryId: integer('summary_id').references(() => visitSummaries.id),
    current: integer('current', { mode: 'boolean' }).notNull(),
    level: text('level', { enum: ratingLevels }).notNull(),
    reason: text('reason').notNull(),
    computedLevel: text('computed_level', { enum: ratingLevels }).notNull(),
    computedLights: text('computed_lights', { mode: 'json' }).$type<Light[]>().notNull(),
    ratedBy: integer('rated_by')
      .notNull()
      .references(() => users.id),
    ratedOn: text('rated_on').notNull(),
    answerDueOn: text('answer_due_on'),
    answer: text('answer'),
    answeredBy: integer('answered_by').references(() => users.id),
    answeredOn: text('answered_on'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('ratings_project').on(table.projectId),
    uniqueIndex('ratings_current').on(table.roundWorkId).where(sql`${table.current} = 1`),
    index('ratings_unanswered').on(table.answerDueOn).where(sql`${table.answerDueOn} is not null and ${table.answeredOn} is null`),
  ],
)

/** A seen figure that differs from the reported one: the bureau has it corrected by a revision, or keeps it and says why. */
export const differences = sqliteTable(
  'differences',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    visitId: integer('visit_id')
      .notNull()
      .references(() => visits.id),
    projectId: integer('project_id')
      .notNull()
      .references(() => projects.id),
    figure: text('figure').notNull(),
    state: text('state', { enum: differenceStates }).notNull(),
    raisedOn: text('raised_on').notNull(),
    raisedAt: text('raised_at').notNull(),
    decidedBy: integer('decided_by').references(() => users.id),
    decidedOn: text('decided_on'),
    reason: text('reason'),
    /** The approved revision that corrected it. */
    updateId: integer('update_id'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    uniqueIndex('differences_figure').on(table.visitId, table.figure),
    index('differences_project').on(table.projectId),
    index('differences_state').on(table.state),
  ],
)

/** Half of the key that locks what a person took along; the other half never leaves the device. */
export const fieldSecrets = sqliteTable('field_secrets', {
  userId: integer('user_id')
    .primaryKey()
    .references(() => users.id),
  secret: text('secret').notNull(),
  createdAt: text('created_at').notNull(),
})
