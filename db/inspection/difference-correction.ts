import { and, desc, eq, gt, lte, type SQL } from 'drizzle-orm'
import { isCorrection, saidOf } from '../../domain/difference'
import type { SeenFigure } from '../../domain/visit'
import { type FigureSeen, milestoneIdOf, valueTold } from '../../domain/visit-compare'
import type { Reader } from '../client'
import { type differences, events, projects, updates } from '../schema'

type Difference = typeof differences.$inferSelect

const mostUpdates = 60
const { id, period, step, percent, yearToDateYuan, quantityDone, metOn } = updates
const said = { id, period, step, percent, yearToDateYuan, quantityDone, metOn }
const updatesWhere = (db: Reader, condition: SQL | undefined, order: SQL) =>
  db.select(said).from(updates).where(condition).orderBy(order, desc(updates.id)).limit(mostUpdates).all()

/** The month that told the figure before it was seen: the one a revision would correct. null for a stage, a milestone, or what no month told. */
export function monthTold(db: Reader, { projectId, raisedAt }: Difference, line: FigureSeen): string | null {
  const told = valueTold(line)
  const before = and(eq(updates.projectId, projectId), eq(updates.kind, 'monthly'), lte(updates.submittedAt, raisedAt))
  if (milestoneIdOf(line.figure) !== null) return null
  return updatesWhere(db, before, desc(updates.period)).find((update) => saidOf(line.figure, update) === told)?.period ?? null
}

/** What has corrected a difference since it was raised: an approved update, or (a stage) a move in the library; null = nothing yet. */
export function correctionOf(db: Reader, difference: Difference, line: FigureSeen): { updateId: number | null } | null {
  if (line.figure === 'stage') return stageMovedSince(db, difference) ? { updateId: null } : null
  const told = valueTold(line)
  const found = approvedSince(db, difference, line).find((update) => isCorrection(line.figure, told, update))
  return found ? { updateId: found.id } : null
}

/** Newest decision first: of the month that told it (of any where none is known), or of the milestone. */
function approvedSince(db: Reader, difference: Difference, line: FigureSeen) {
  const { projectId, raisedAt } = difference
  const month = monthTold(db, difference, line)
  const milestoneId = milestoneIdOf(difference.figure as SeenFigure)
  const about =
    milestoneId === null
      ? and(eq(updates.kind, 'monthly'), month === null ? undefined : eq(updates.period, month))
      : eq(updates.milestoneId, milestoneId)
  const since = and(eq(updates.projectId, projectId), about, eq(updates.current, true), gt(updates.decidedAt, raisedAt))
  return updatesWhere(db, since, desc(updates.decidedAt))
}

function stageMovedSince(db: Reader, { projectId, raisedAt }: Difference): boolean {
  const work = db.select({ code: projects.code }).from(projects).where(eq(projects.id, projectId)).get()
  const moved = db
    .select({ seq: events.seq })
    .from(events)
    .where(and(eq(events.subject, `project:${work?.code}`), eq(events.action, 'project.stage-moved'), gt(events.at, raisedAt)))
    .limit(1)
    .get()
  return moved !== undefined
}
