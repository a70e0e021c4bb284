import { and, asc, desc, eq, isNotNull, isNull, lt, lte } from 'drizzle-orm'
import { type Day, type Month, yearOf } from '../../domain/calendar'
import { investedSoFar } from '../../domain/investment'
import type { UpdateFacts } from '../../domain/update-checks'
import type { Reader } from '../client'
import { milestones, planPeriods, updates } from '../schema'
import { currentPlans, currentSheet, monthFigures } from './project-facts'
import { stepsOf } from './templates'
import type { Work } from './work'

/** The first month anybody can report on: the plan's beginning. */
export function periodStart(db: Reader, periodId: string): Month {
  const period = db.select().from(planPeriods).where(eq(planPeriods.id, periodId)).get()
  return (period?.fromDay ?? '2021-01-01').slice(0, 7)
}

/** The first milestone that is not met, by its current baseline. */
export function nextMilestone(db: Reader, projectId: number) {
  const open = and(eq(milestones.projectId, projectId), isNull(milestones.metOn), isNotNull(milestones.baselineOn))
  return db.select().from(milestones).where(open).orderBy(asc(milestones.baselineOn), asc(milestones.position)).limit(1).get() ?? null
}

type Said = Pick<UpdateRow, 'projectId' | 'submittedAt'>

/** The milestone a monthly forecast was about: the first not met when it was submitted, even if it has been met since. */
export function milestoneSpokenOf(db: Reader, { projectId, submittedAt }: Said) {
  const dated = and(eq(milestones.projectId, projectId), isNotNull(milestones.baselineOn))
  const rows = db
    .select({ milestone: milestones, metAt: updates.decidedAt })
    .from(milestones)
    .leftJoin(updates, eq(updates.id, milestones.metUpdateId))
    .where(dated)
    .orderBy(asc(milestones.baselineOn), asc(milestones.position))
    .all()
  return rows.find(({ milestone, metAt }) => milestone.metOn === null || (metAt !== null && metAt > submittedAt))?.milestone ?? null
}

/** What is approved of a work up to a month: the form is prefilled with it and checked against it. */
export function updateFacts(db: Reader, work: Work, period: Month, today: Day): UpdateFacts {
  const figures = monthFigures(db, work.id)
  const before = approvedBefore(db, work.id, period)
  const sheet = currentSheet(db, work.id)
  const opening = { yuan: sheet?.openingYuan ?? null, year: sheet?.openingYear ?? null }
  const earlier = investedSoFar(
    figures.filter((figure) => yearOf(figure.month) < yearOf(period)),
    opening,
    null,
  )
  return {
    today,
    periodStart: periodStart(db, work.periodId),
    stage: work.stage,
    figures,
    earlierYearsYuan: earlier.partial ? null : earlier.yuan,
    totalYuan: sheet?.totalYuan ?? null,
    plan: currentPlans(db, work.id).find((plan) => plan.year === yearOf(period)) ?? null,
    percent: before.find((row) => row.percent !== null)?.percent ?? null,
    quantityDone: before.find((row) => row.quantityDone !== null)?.quantityDone ?? null,
    nextMilestone: nextMilestone(db, work.id),
    steps: stepsOf(db, work.templateCode),
  }
}

export type UpdateRow = typeof updates.$inferSelect

/** The approved monthly update in force up to a month, that month included. */
export function lastApproved(db: Reader, projectId: number, period: Month): UpdateRow | null {
  const inForce = and(eq(updates.projectId, projectId), eq(updates.kind, 'monthly'), eq(updates.current, true), lte(updates.period, period))
  return db.select().from(updates).where(inForce).orderBy(desc(updates.period)).limit(1).get() ?? null
}

/** The approved monthly updates in force before a month, latest first: what its form is prefilled with and compared to. */
export function approvedBefore(db: Reader, projectId: number, period: Month): UpdateRow[] {
  const earlier = and(eq(updates.projectId, projectId), eq(updates.kind, 'monthly'), eq(updates.current, true), lt(updates.period, period))
  return db.select().from(updates).where(earlier).orderBy(desc(updates.period)).limit(36).all()
}
