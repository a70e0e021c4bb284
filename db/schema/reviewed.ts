import { integer, text } from 'drizzle-orm/sqlite-core'
import { reviewStatuses } from '../../domain/review-workflow'
import { users } from './people'

/** What every row that is submitted by one person and decided by another carries. */
export const reviewed = () => ({
  status: text('status', { enum: reviewStatuses }).notNull(),
  submittedBy: integer('submitted_by')
    .notNull()
    .references(() => users.id),
  submittedAt: text('submitted_at').notNull(),
  decidedBy: integer('decided_by').references(() => users.id),
  decidedAt: text('decided_at'),
  decisionReason: text('decision_reason'),
})

/** Marks the approved row that is in force; a later revision takes its place. */
export const current = () => integer('current', { mode: 'boolean' }).notNull().default(false)
