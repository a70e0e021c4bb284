import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { candidateOutcomes } from '../../domain/candidate'
import { users } from './people'
import { projects } from './projects'

/** What the bureau decided of a project that the plan's running text names (`code` of plan_entries); the last row of a code counts. */
export const candidateDecisions = sqliteTable(
  'candidate_decisions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    code: text('code').notNull(),
    outcome: text('outcome', { enum: candidateOutcomes }).notNull(),
    projectId: integer('project_id').references(() => projects.id),
    reason: text('reason'),
    decidedBy: integer('decided_by')
      .notNull()
      .references(() => users.id),
    decidedAt: text('decided_at').notNull(),
  },
  (table) => [index('candidate_decisions_code').on(table.code, table.id), index('candidate_decisions_project').on(table.projectId)],
)
