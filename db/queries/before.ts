import { and, desc, eq, lt, ne } from 'drizzle-orm'
import type { CompletionStands } from '../../domain/decision-other'
import type { Reader } from '../client'
import { type milestones, projectList, updates } from '../schema'
import { currentSheet } from './project-facts'
import { milestoneSpokenOf, type UpdateRow } from './update-facts'
import type { Work } from './work'

type Milestone = typeof milestones.$inferSelect
type Expected = Pick<Milestone, 'forecastOn' | 'metOn'>

/** What a milestone was expected for when an update was submitted: approval has moved the milestone's own pointer since. */
export function expectedBefore(db: Reader, row: UpdateRow, milestone: Milestone): Expected {
  if (row.status === 'submitted') return milestone
  const approved = and(eq(updates.projectId, row.projectId), eq(updates.status, 'approved'), lt(updates.decidedAt, row.submittedAt))
  const rows = db.select().from(updates).where(approved).orderBy(desc(updates.decidedAt), desc(updates.id)).limit(200).all()
  const last = rows.find((each) => speaksOf(db, each, milestone.id))
  return { forecastOn: last?.forecastOn ?? null, metOn: last?.metOn ?? null }
}

function speaksOf(db: Reader, update: UpdateRow, milestoneId: number): boolean {
  if (update.kind === 'milestone') return update.milestoneId === milestoneId
  return update.kind === 'monthly' && update.forecastOn !== null && milestoneSpokenOf(db, update)?.id === milestoneId
}

/** What was known of a work's end: as it is while the entry waits, afterwards by the entry it replaced. */
export function completionBefore(db: Reader, row: UpdateRow, work: Work): CompletionStands {
  const totalYuan = currentSheet(db, work.id)?.totalYuan ?? null
  if (row.status === 'submitted') {
    const list = db.select().from(projectList).where(eq(projectList.projectId, work.id)).get()
    return { completedOn: work.completedOn, approvedYuan: list?.approvedYuan ?? null, totalYuan }
  }
  const earlier = and(
    eq(updates.projectId, work.id),
    eq(updates.kind, 'completion'),
    eq(updates.status, 'approved'),
    ne(updates.id, row.id),
  )
  const last = db
    .select()
    .from(updates)
    .where(and(earlier, lt(updates.id, row.id)))
    .orderBy(desc(updates.id))
    .limit(1)
    .get()
  return { completedOn: last?.completedOn ?? null, approvedYuan: last?.finalYuan ?? null, totalYuan }
}

/** Of submissions about the same thing, oldest first: the one that was in force before this one. */
export function approvedBeforeThis<Row extends { id: number; status: string }>(rows: readonly Row[], id: number): Row | null {
  return rows.filter((row) => row.status === 'approved' && row.id < id).at(-1) ?? null
}
