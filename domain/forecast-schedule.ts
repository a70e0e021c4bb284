import { addMonths, type Month, monthNumber, monthsBetween, yearOf } from './calendar'
import { pointsNeeded, type YearPoint } from './forecast'
import { type CurvedPlan, type PlannedMonth, plannedByMonth } from './plan-curve'

/**
 * Earned schedule: the month of the plan at which what is done by now was to be done. `esMonths` of `atMonths` = SPI(t). The range takes the
 * ends of three assumptions: the rest as planned, at the efficiency so far, at that of the last three months.
 */
export type Completion =
  | { state: 'no-curve' }
  | { state: 'no-finish' }
  /** The years that are planned month by month end before the finish. */
  | { state: 'curve-too-short'; plannedMonth: Month }
  | { state: 'not-enough-data'; points: number; needed: number }
  | { state: 'done'; asOf: Month; plannedMonth: Month }
  | {
      state: 'range'
      asOf: Month
      plannedMonth: Month
      esMonths: number
      atMonths: number
      spi: number
      earliest: Month
      /** null = at the recent pace no end can be seen. */
      latest: Month | null
      /** Years before the last one are not told to their December. */
      partial: boolean
    }

/** The plan's curve over the years that have one and touch each other, cumulated; they end with the last of them. */
export function plannedCurve(plans: readonly CurvedPlan[]): { curve: PlannedMonth[]; finish: Month | null } {
  const sorted = [...plans].sort((a, b) => b.year - a.year)
  const curved: { plan: CurvedPlan; months: PlannedMonth[] }[] = []
  for (const plan of sorted) {
    const months = plannedByMonth(plan)
    const before = curved[0]
    if (months === null || (before && before.plan.year !== plan.year + 1)) {
      if (before) break
      continue
    }
    curved.unshift({ plan, months })
  }
  let sum = 0
  const curve = curved.flatMap(({ months }) => {
    const base = sum
    sum += months.at(-1)?.yuan ?? 0
    return months.map(({ month, yuan }) => ({ month, yuan: base + yuan }))
  })
  return { curve, finish: curved.at(-1)?.plan.finishMonth ?? null }
}

/** Year-to-date points of the curve's years as one rising sum. */
function earned(points: readonly YearPoint[], curve: readonly PlannedMonth[]): { values: YearPoint[]; partial: boolean } {
  const years = new Set(curve.map(({ month }) => yearOf(month)))
  const told = points.filter(({ month }) => years.has(yearOf(month))).sort((a, b) => (a.month < b.month ? -1 : 1))
  const lastOf = (year: number) => told.filter(({ month }) => yearOf(month) === year).at(-1)
  const now = yearOf(told.at(-1)?.month ?? '0000-01')
  const before = (year: number) => [...years].filter((one) => one < year).reduce((sum, one) => sum + (lastOf(one)?.yuan ?? 0), 0)
  const partial = [...years].some((year) => year < now && monthNumber(lastOf(year)?.month ?? '0000-01') !== 12)
  return { values: told.map(({ month, yuan }) => ({ month, yuan: before(yearOf(month)) + yuan })), partial }
}

/** How many months of the plan are earned by a sum, parts of a month by the line between its ends. */
export function earnedMonths(curve: readonly PlannedMonth[], yuan: number): number {
  const full = curve.findIndex((month) => month.yuan > yuan)
  if (full === -1) return curve.findIndex((month) => month.yuan === curve.at(-1)?.yuan) + 1
  const [from, to] = [curve[full - 1]?.yuan ?? 0, curve[full]?.yuan ?? 0]
  return full + (yuan - from) / (to - from)
}

export function completion(plans: readonly CurvedPlan[], points: readonly YearPoint[]): Completion {
  const { curve: whole, finish } = plannedCurve(plans)
  const begins = whole.findIndex(({ yuan }) => yuan > 0)
  if (begins === -1) return { state: 'no-curve' }
  if (finish === null) return { state: 'no-finish' }
  if (finish > (whole.at(-1)?.month ?? '')) return { state: 'curve-too-short', plannedMonth: finish }
  const curve = whole.slice(begins).filter(({ month }) => month <= finish)
  const { values, partial } = earned(points, curve)
  const last = values.at(-1)
  if (!last || values.length < pointsNeeded) return { state: 'not-enough-data', points: values.length, needed: pointsNeeded }
  if (last.yuan >= (curve.at(-1)?.yuan ?? 0)) return { state: 'done', asOf: last.month, plannedMonth: finish }
  return rangeOf(curve, values, last, finish, partial)
}

function rangeOf(
  curve: readonly PlannedMonth[],
  values: readonly YearPoint[],
  last: YearPoint,
  finish: Month,
  partial: boolean,
): Completion {
  const first = curve[0]?.month ?? last.month
  const es = earnedMonths(curve, last.yuan)
  const at = monthsBetween(first, last.month) + 1
  const back = values.filter(({ month }) => month <= addMonths(last.month, -3)).at(-1) ?? values[0]
  const span = back ? monthsBetween(back.month, last.month) : 0
  const recent = back && span > 0 ? (es - earnedMonths(curve, back.yuan)) / span : 0
  const left = curve.length - es
  const ends = [1, es / at, recent].map((pace) => (pace > 0.01 ? addMonths(last.month, Math.ceil(left / pace)) : null))
  const known = ends.filter((month) => month !== null).sort()
  const place = (value: number) => Math.round(value * 100) / 100
  return {
    state: 'range',
    asOf: last.month,
    plannedMonth: finish,
    esMonths: place(es),
    atMonths: at,
    spi: place(es / at),
    earliest: known[0] ?? finish,
    latest: known.length === ends.length ? (known.at(-1) ?? null) : null,
    partial,
  }
}
