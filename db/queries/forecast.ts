import { and, asc, eq, isNotNull, lte, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { addMonths, type Day, type Month, monthOf, yearOf } from '../../domain/calendar'
import { dueMonth } from '../../domain/duty'
import { allow, found } from '../../domain/errors'
import { type BackTest, backTest, type YearEnd, type YearPoint, yearEnd } from '../../domain/forecast'
import { type ChainGap, chainGap, comparablePoints } from '../../domain/forecast-chain'
import { type Completion, completion } from '../../domain/forecast-schedule'
import type { CurvedPlan } from '../../domain/plan-curve'
import { canReadAllProjects } from '../../domain/policy'
import { chainOutputOf, enterprisesOf, returnsOf } from '../chain-summaries'
import { orm, type Reader } from '../client'
import { prepared } from '../prepared'
import { updates } from '../schema'
import { chainById, targetYear } from './chains'
import { currentPlans, monthFigures } from './project-facts'
import { readableWork } from './readable-work'

export type Forecast = { year: number; planYuan: number | null; yearEnd: YearEnd; back: BackTest; completion: Completion }

/** What the approved figures of a work let expect: the sum at the year's end, how good that was a quarter ago, and the completion. */
export function forecastOf(actor: Actor, code: string, today: Day): Forecast {
  const work = readableWork(orm(), actor, code)
  const points = told(monthFigures(orm(), work.id))
  const year = yearOf(points.at(-1)?.month ?? dueMonth(today))
  const plans = currentPlans(orm(), work.id).map(({ yuan, ...plan }): CurvedPlan => ({ ...plan, plannedYuan: yuan }))
  const plan = plans.find((entry) => entry.year === year) ?? null
  const then = told(figuresBy(orm(), work.id, quarterBefore(today)))
  return {
    year,
    planYuan: plan?.plannedYuan ?? null,
    yearEnd: yearEnd(points, year, plan),
    back: backTest(then, points, year, plan),
    completion: completion(plans, points),
  }
}

const told = (figures: readonly { month: Month; yearToDateYuan: number | null }[]): YearPoint[] =>
  figures.flatMap(({ month, yearToDateYuan: yuan }) => (yuan === null ? [] : [{ month, yuan }]))

/** The same day three months earlier; the last of that month where it is shorter. */
function quarterBefore(today: Day): Day {
  const month = addMonths(monthOf(today), -3)
  return `${month}-${today.slice(8)}`
}

/** Approved by the end of a day: a later revision of a month takes the place of the one before it. */
const approvedBy = (db: Reader) =>
  db
    .select({ month: updates.period, yearToDateYuan: updates.yearToDateYuan })
    .from(updates)
    .where(
      and(
        eq(updates.projectId, sql.placeholder('id')),
        eq(updates.kind, 'monthly'),
        eq(updates.status, 'approved'),
        isNotNull(updates.decidedOn),
        lte(updates.decidedOn, sql.placeholder('day')),
      ),
    )
    .orderBy(asc(updates.period), asc(updates.id))
    .prepare()

function figuresBy(db: Reader, projectId: number, day: Day) {
  const rows = prepared(db, approvedBy).all({ id: projectId, day })
  return [...new Map(rows.map((row) => [row.month, row])).values()]
}

export type ChainForecast = { chainId: string; year: number; target: number | null; gap: ChainGap }

/** What a chain will lack of its target at the end of the target's year; not for a project unit, who may not work out others' output. */
export function chainForecast(actor: Actor, id: string): ChainForecast {
  allow(canReadAllProjects(actor))
  const chain = found(chainById(id))
  const year = targetYear()
  const output = chainOutputOf(orm(), chain.id, year)
  const tied = new Set(enterprisesOf(orm(), chain.id))
  const points = comparablePoints(
    year,
    returnsOf(orm(), chain.id, year).filter(({ organisationId }) => tied.has(organisationId)),
  )
  const bound = output.source !== 'statistics' && (output.unknown > 0 || output.uneven)
  const target = chain.target?.yuan ?? null
  return { chainId: chain.id, year, target, gap: chainGap({ target, output: { ...output, bound }, points }) }
}
