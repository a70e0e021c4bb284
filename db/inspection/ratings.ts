import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { addWorkdays, type Day } from '../../domain/calendar'
import { found } from '../../domain/errors'
import { type Light, worstLight } from '../../domain/light'
import { isWorse, type RatingLevel } from '../../domain/visit'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { holidays, rectificationRules } from '../queries/rules'
import { submitter } from '../review'
import { projectList, projects, ratings, visits } from '../schema'
import { refreshProject } from '../summaries'

export type NewRating = {
  roundWorkId: number
  projectId: number
  /** The one visit it rests on, or the leader's summary. */
  visitId: number | null
  summaryId: number | null
  level: RatingLevel
  reason: string
}

/** The rating of a site in a round takes the place of the earlier one, whose answer stands; worse than the lights, it asks for an answer. */
export function giveRating(tx: Tx, ctx: Ctx, rating: NewRating): void {
  const before = setAside(tx, rating.roundWorkId)
  const lights = lightsOf(tx, ctx, rating.projectId)
  const computedLevel = worstLight(lights)?.level ?? 'none'
  const answerDueOn = isWorse(rating.level, computedLevel) ? answerDay(tx, ctx.today) : null
  const row = { ...rating, current: true, computedLevel, computedLights: lights, ratedBy: raterOf(tx, ctx, rating), answerDueOn }
  const { id } = tx
    .insert(ratings)
    .values({ ...row, ratedOn: ctx.today })
    .returning({ id: ratings.id })
    .get()
  const after = { level: rating.level, reason: rating.reason, computed: computedLevel, answerDueOn }
  const { roundWorkId, visitId, summaryId } = rating
  const body = { rating: id, roundWork: roundWorkId, visit: visitId, summary: summaryId, before, after }
  recordEvent(tx, ctx, { action: 'rating.given', subject: subjectOf(tx, rating.projectId), body })
}

/** What was in force until now. */
function setAside(tx: Tx, roundWorkId: number): { rating: number; level: RatingLevel } | null {
  const current = and(eq(ratings.roundWorkId, roundWorkId), eq(ratings.current, true))
  const row = tx.select({ rating: ratings.id, level: ratings.level }).from(ratings).where(current).get()
  if (row) tx.update(ratings).set({ current: false }).where(eq(ratings.id, row.rating)).run()
  return row ?? null
}

/** The lights of the business day: a row that was rated earlier is rated anew. */
function lightsOf(tx: Tx, ctx: Ctx, projectId: number): Light[] {
  const row = () => found(tx.select().from(projectList).where(eq(projectList.projectId, projectId)).get())
  if (row().ratedOn !== ctx.today) refreshProject(tx, ctx.today, projectId)
  return row().lights
}

const answerDay = (tx: Tx, today: Day): Day =>
  addWorkdays(today, rectificationRules(tx, today).body.answerWorkdays, holidays(tx, today).body)

/** A visit's rating is its inspector's, whoever it comes to count by. */
function raterOf(tx: Tx, ctx: Ctx, { visitId, summaryId }: NewRating): number {
  if (visitId === null || summaryId !== null) return submitter(ctx)
  return found(tx.select({ id: visits.inspectorId }).from(visits).where(eq(visits.id, visitId)).get()).id
}

const subjectOf = (tx: Tx, projectId: number): string =>
  `project:${found(tx.select({ code: projects.code }).from(projects).where(eq(projects.id, projectId)).get()).code}`
