import { and, eq, inArray, lte } from 'drizzle-orm'
import { saidOf } from '../../domain/difference'
import { type FigureSeen, milestoneIdOf, type SeenValue, valueTold } from '../../domain/visit-compare'
import type { Reader } from '../client'
import { type differences, updates } from '../schema'

type Difference = typeof differences.$inferSelect

/** Who entered or approved the figure that a difference is about, as it was told when it was seen: what is kept is not theirs to decide. */
export function tellersOf(db: Reader, difference: Difference, line: FigureSeen): number[] {
  const told = updatesBefore(db, difference, line)
  const rows = [valueTold(line), line.approved].flatMap((value) => lastSaying(told, line, value))
  return [...new Set(rows.flatMap(({ submittedBy, decidedBy }) => [submittedBy, decidedBy ?? 0]))]
}

/** Approved by now, or still waiting; what was returned or taken back tells nothing. */
function updatesBefore(db: Reader, { projectId, raisedAt }: Difference, { figure }: FigureSeen) {
  const milestoneId = milestoneIdOf(figure)
  const about = milestoneId === null ? eq(updates.kind, 'monthly') : eq(updates.milestoneId, milestoneId)
  const { period, submittedBy, decidedBy, step, progressText, percent, yearToDateYuan, quantityDone, metOn } = updates
  return db
    .select({ period, submittedBy, decidedBy, step, progressText, percent, yearToDateYuan, quantityDone, metOn })
    .from(updates)
    .where(
      and(eq(updates.projectId, projectId), about, inArray(updates.status, ['approved', 'submitted']), lte(updates.submittedAt, raisedAt)),
    )
    .all()
}
type Told = ReturnType<typeof updatesBefore>[number]

/** The last month (or the milestone) that says so, with every revision of it that does. */
function lastSaying(told: readonly Told[], { figure }: FigureSeen, value: SeenValue): Told[] {
  const saying = told.filter(
    (update) => value !== null && saidOf(figure, { ...update, step: update.step ?? update.progressText }) === value,
  )
  const last = saying
    .map(({ period }) => period)
    .toSorted()
    .at(-1)
  return saying.filter(({ period }) => period === last)
}
