import { and, asc, eq, gt, isNotNull } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { AnnualParams } from '../../domain/annual-plan-params'
import { allow } from '../../domain/errors'
import { canReadYear } from '../../domain/policy'
import { planOfYear, yearColumns, yearCondition } from '../annual/year-works'
import { orm } from '../client'
import { annualPlans, projectList } from '../schema'
import { keptAnswer } from './kept'
import { scopeKey } from './scope'

export const annualRowsAPage = 50
/** A step of a walk over all of them: bounded, a few milliseconds. */
export const annualRowsAStep = 500

export type AnnualAsked = Omit<AnnualParams, 'page' | 'year'> & { year: number }

const rowsOf = (actor: Actor, { year, ...asked }: AnnualAsked, after: string | null) =>
  orm()
    .select(yearColumns(year))
    .from(projectList)
    .leftJoin(annualPlans, planOfYear(year))
    .where(and(yearCondition(actor, year, asked), after === null ? undefined : gt(projectList.code, after)))
    .orderBy(asc(projectList.code))

export type AnnualRow = ReturnType<ReturnType<typeof rowsOf>['all']>[number]

/** Every work of the year with its plan, a step at a time: `after` = the code of the last row one has. */
export function annualRows(actor: Actor, asked: AnnualAsked, after: string | null = null, most = annualRowsAStep): AnnualRow[] {
  allow(canReadYear(actor))
  return rowsOf(actor, asked, after).limit(Math.min(most, annualRowsAStep)).all()
}

export function annualPage(actor: Actor, asked: AnnualAsked, page: number): AnnualRow[] {
  allow(canReadYear(actor))
  return rowsOf(actor, asked, null)
    .limit(annualRowsAPage)
    .offset((page - 1) * annualRowsAPage)
    .all()
}

/** The places one may filter by. */
export function annualTowns(actor: Actor): string[] {
  allow(canReadYear(actor))
  const towns = () =>
    orm()
      .selectDistinct({ town: projectList.town })
      .from(projectList)
      .where(isNotNull(projectList.town))
      .orderBy(asc(projectList.town))
      .limit(100)
      .all()
  return keptAnswer(`annual towns ${scopeKey(actor)}`, towns).flatMap(({ town }) => town ?? [])
}

/** The years any plan speaks of, the latest first. */
export function annualYears(actor: Actor): number[] {
  allow(canReadYear(actor))
  const years = () => orm().selectDistinct({ year: annualPlans.year }).from(annualPlans).where(eq(annualPlans.current, true)).all()
  return keptAnswer('annual years', years).map(({ year }) => year)
}
