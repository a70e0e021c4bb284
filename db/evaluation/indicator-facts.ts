import { asc, eq } from 'drizzle-orm'
import type { IndicatorFact } from '../../domain/evaluation'
import { targetOf } from '../../domain/indicator'
import { progressOf } from '../../domain/indicator-standing'
import type { Reader } from '../client'
import { indicators } from '../queries/plan'
import { indicatorTargets, indicatorValues } from '../schema'
import { planYears, yearsOf } from './plan-period'
import { responsibleNow } from './responsible'

type Choice = typeof indicatorTargets.$inferSelect

/** Approved values by indicator and year. */
export function valuesInForce(db: Reader): Map<string, Map<number, string>> {
  const { indicatorNo: no, year, value } = indicatorValues
  const rows = db.select({ no, year, value }).from(indicatorValues).where(eq(indicatorValues.current, true)).all()
  const values = new Map<string, Map<number, string>>()
  for (const row of rows) values.set(row.no, (values.get(row.no) ?? new Map()).set(row.year, row.value))
  return values
}

/** The last choice of each indicator counts. */
export const choicesInForce = (db: Reader): Map<string, Choice> =>
  new Map(
    db
      .select()
      .from(indicatorTargets)
      .orderBy(asc(indicatorTargets.id))
      .all()
      .map((row) => [row.indicatorNo, row]),
  )

/** Every row of the plan's table with its years, and where the year asked for stands. */
export function indicatorFacts(db: Reader, year: number): IndicatorFact[] {
  const period = planYears(db)
  const [values, choices, responsible] = [valuesInForce(db), choicesInForce(db), responsibleNow(db)]
  return indicators(db).map((indicator) => {
    const { no, group, name, unit, kindText: kind, value2020, target2025 } = indicator
    const own = values.get(no) ?? new Map<number, string>()
    const choice = choices.get(no) ?? null
    const target = targetOf(indicator, choice)?.text ?? null
    const revisedBase = own.get(period.base) ?? null
    const base = revisedBase ?? value2020
    const { standing, share } = progressOf({ name, base, target, year, value: own.get(year) ?? null, period })
    return {
      ...{ no, group, name, unit, kind, base: value2020, revisedBase, target, standing, share },
      chosen: choice && { printed: target2025?.text ?? null, reason: choice.reason },
      values: yearsOf(period)
        .filter((each) => each <= year)
        .map((each) => ({ year: each, value: own.get(each) ?? null })),
      responsible: responsible.get(`indicator:${no}`)?.name ?? null,
    }
  })
}
