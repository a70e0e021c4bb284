import { and, asc, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { type Day, type Month, yearOf } from '../../domain/calendar'
import { investedSoFar } from '../../domain/investment'
import type { UpdateFacts } from '../../domain/update-checks'
import type { Reader } from '../client'
import { prepared } from '../prepared'
import { milestones, planPeriods, updates } from '../schema'
import { stepsOf } from './milestone-templates'
import { currentPlans, currentSheet, monthFigures } from './project-facts'
import type { Work } from './work'

const id = sql.placeholder('id')
const periodOf = (db: Reader) => db.select().from(planPeriods).where(eq(planPeriods.id, id)).prepare()

/** The first month anybody can report on: the plan's beginning. */
export function periodStart(db: Reader, periodId: string): Month {
  return (prepared(db, periodOf).get({ id: periodId })?.fromDay ?? '2021-01-01').slice(0, 7)
}

/** The first milestone that is not met, by its current baseline. */
export const nextMilestone = (db: Reader, projectId: number) => prepared(db, firstOpen).get({ id: projectId }) ?? null

const firstOpen = (db: Reader) =>
  db
    .select()
    .from(milestones)
    .where(and(eq(milestones.projectId, id), isNull(milestones.metOn), isNotNull(milestones.baselineOn)))
    .orderBy(asc(milestones.baselineOn), asc(milestones.position))
    .limit(1)
    .prepare()

type Said = Pick<UpdateRow, 'projectId' | 'submittedAt'>

/** The milestone a monthly forecast was about: the first not met when it was submitted, even if it has been met since. */
export function milestoneSpokenOf(db: Reader, { projectId, submittedAt }: Said) {
  const rows = prepared(db, datedOf).all({ id: projectId })
  return rows.find(({ milestone, metAt }) => milestone.metOn === null || (metAt !== null && metAt > submittedAt))?.milestone ?? null
}

const datedOf = (db: Reader) =>
  db
    .select({ milestone: milestones, metAt: updates.decidedAt })
    .from(milestones)
    .leftJoin(updates, eq(updates.id, milestones.metUpdateId))
    .where(and(eq(milestones.projectId, id), isNotNull(milestones.baselineOn)))
    .orderBy(asc(milestones.baselineOn), asc(milestones.position))
    .prepare()

/** What is approved of a work up to a month: the form is prefilled with it and checked against it. */
export function updateFacts(db: Reader, work: Work, period: Month, today: Day): UpdateFacts {
  const figures = monthFigures(db, work.id)
  const before = prepared(db, statedOf).all({ id: work.id, period })
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
    steps: stepsOf(work.templateCode),
  }
}

export type UpdateRow = typeof updates.$inferSelect

const monthsBefore = and(
  eq(updates.projectId, id),
  eq(updates.kind, 'monthly'),
  eq(updates.current, true),
  lt(updates.period, sql.placeholder('period')),
)
const earlierOf = (db: Reader) => db.select().from(updates).where(monthsBefore).orderBy(desc(updates.period)).limit(36).prepare()
const statedOf = (db: Reader) =>
  db
    .select({ percent: updates.percent, quantityDone: updates.quantityDone })
    .from(updates)
    .where(monthsBefore)
    .orderBy(desc(updates.period))
    .limit(36)
    .prepare()

/** The approved monthly updates in force before a month, latest first: what its form is prefilled with and compared to. */
export const approvedBefore = (db: Reader, projectId: number, period: Month): UpdateRow[] =>
  prepared(db, earlierOf).all({ id: projectId, period })
