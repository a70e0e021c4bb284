import { and, asc, desc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm'
import { type Actor, hasRole, type UserActor } from '../../domain/actor'
import { type Day, daysBetween } from '../../domain/calendar'
import { allow, found, refuse } from '../../domain/errors'
import type { Light } from '../../domain/light'
import { canAnswerRating, canListProjects } from '../../domain/policy'
import type { RatingLevel } from '../../domain/visit'
import { orm } from '../client'
import { projectList, ratings, rounds, roundWorks } from '../schema'
import { type People, type Person, peopleOf } from './people'
import { readableWork } from './readable-work'
import type { RoundRow } from './round-access'
import { visibleProjects } from './scope'
import { type RoundHead, roundHead } from './visit'
import { type Work, workById } from './work'

type RatingRow = typeof ratings.$inferSelect
export type RatingAnswered = { words: string; by: Person | null; on: Day; late: boolean }

/** The supervisor's rating beside the computed light of that day, and what the owner said to it. */
export type RatingItem = {
  id: number
  version: number
  round: RoundHead
  visitId: number | null
  bySummary: boolean
  current: boolean
  level: RatingLevel
  reason: string
  computedLevel: RatingLevel
  computedLights: Light[]
  by: Person | null
  on: Day
  answerDueOn: Day | null
  answer: RatingAnswered | null
  mayAnswer: boolean
}
export type RatingView = RatingItem & { code: string; work: string }

const mostRatings = 40

/** Every rating of a work, newest first. */
export function ratingsOf(actor: Actor, code: string): RatingItem[] {
  const work = readableWork(orm(), actor, code)
  return ratingItems(work, actor, eq(ratings.projectId, work.id))
}

export function ratingView(actor: Actor, id: number): RatingView {
  allow(canListProjects(actor))
  const row = found(orm().select({ projectId: ratings.projectId }).from(ratings).where(eq(ratings.id, id)).get())
  const { code, name } = workById(orm(), row.projectId)
  const work = readableWork(orm(), actor, code)
  const item = ratingItems(work, actor, eq(ratings.id, id))[0] ?? refuse('not-found')
  return { ...item, code, work: name }
}

export function ratingItems(work: Work, reader: Actor, condition: SQL | undefined): RatingItem[] {
  const rows = orm()
    .select({ rating: ratings, round: rounds })
    .from(ratings)
    .innerJoin(roundWorks, eq(roundWorks.id, ratings.roundWorkId))
    .innerJoin(rounds, eq(rounds.id, roundWorks.roundId))
    .where(condition)
    .orderBy(desc(ratings.id))
    .limit(mostRatings)
    .all()
  const people = peopleOf(
    orm(),
    rows.flatMap(({ rating }) => [rating.ratedBy, rating.answeredBy]),
  )
  const mayAnswer = canAnswerRating(reader, work)
  return rows.map(({ rating, round }) => itemOf(rating, round, people, mayAnswer))
}

function itemOf(rating: RatingRow, round: RoundRow, people: People, mayAnswer: boolean): RatingItem {
  const { id, version, visitId, current, level, reason, computedLevel, computedLights, answerDueOn } = rating
  return {
    ...{ id, version, visitId, current, level, reason, computedLevel, computedLights, answerDueOn },
    round: roundHead(round),
    bySummary: rating.summaryId !== null,
    by: people.get(rating.ratedBy) ?? null,
    on: rating.ratedOn,
    answer: answerOf(rating, people),
    mayAnswer: mayAnswer && current && answerDueOn !== null && rating.answeredOn === null,
  }
}

function answerOf({ answer, answeredBy, answeredOn, answerDueOn }: RatingRow, people: People): RatingAnswered | null {
  if (answer === null || answeredOn === null) return null
  return { words: answer, by: people.get(answeredBy ?? 0) ?? null, on: answeredOn, late: answerDueOn !== null && answeredOn > answerDueOn }
}

export type RatingTask = { id: number; code: string; work: string; level: RatingLevel; answerDueOn: Day; overdueDays: number }

const mostTasks = 50

/** What a unit still has to answer, most urgent first. */
export function ratingTasks(actor: UserActor, today: Day): RatingTask[] {
  allow(hasRole(actor, 'owner'))
  const rows = orm()
    .select({ id: ratings.id, code: projectList.code, work: projectList.name, level: ratings.level, answerDueOn: ratings.answerDueOn })
    .from(ratings)
    .innerJoin(projectList, eq(projectList.projectId, ratings.projectId))
    .where(and(visibleProjects(actor), eq(ratings.current, true), isNotNull(ratings.answerDueOn), isNull(ratings.answeredOn)))
    .orderBy(asc(ratings.answerDueOn), asc(ratings.id))
    .limit(mostTasks)
    .all()
  return rows.flatMap(({ answerDueOn, ...row }) =>
    answerDueOn === null ? [] : [{ ...row, answerDueOn, overdueDays: Math.max(0, daysBetween(answerDueOn, today)) }],
  )
}
