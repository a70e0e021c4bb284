import { addMonths, type Month, monthNumber, yearOf } from './calendar'
import { type CurvedPlan, plannedByMonth } from './plan-curve'

/** An approved 本年累计, 元. */
export type YearPoint = { month: Month; yuan: number }
export const pointsNeeded = 3

/** What a forecast assumes of the months that are left. */
export const paces = ['average', 'recent', 'plan'] as const
export type Pace = (typeof paces)[number]
/** `monthlyYuan` = what a month would bring; `yuan` = where the sum would stand at the end. */
export type PacedSum = { pace: Pace; monthlyYuan: number; yuan: number }

export type YearEnd =
  | { state: 'not-enough-data'; year: number; points: number; needed: number }
  | { state: 'told'; year: number; yuan: number }
  | { state: 'range'; year: number; asOf: Month; lowYuan: number; highYuan: number; paces: PacedSum[] }

const inYear = (points: readonly YearPoint[], year: number): YearPoint[] =>
  points.filter(({ month }) => yearOf(month) === year).sort((a, b) => (a.month < b.month ? -1 : 1))

/** Year-end investment from the year's approved months: the ends of three ways it may go; a sum never falls back below what is approved. */
export function yearEnd(points: readonly YearPoint[], year: number, plan: CurvedPlan | null): YearEnd {
  const told = inYear(points, year)
  const last = told.at(-1)
  if (last && monthNumber(last.month) === 12) return { state: 'told', year, yuan: last.yuan }
  if (!last || told.length < pointsNeeded) return { state: 'not-enough-data', year, points: told.length, needed: pointsNeeded }
  const ends = pacedTo(told, last, `${year}-12`, plan)
  return { state: 'range', year, asOf: last.month, ...endsOf(ends), paces: ends }
}

const endsOf = (sums: readonly PacedSum[]) => ({
  lowYuan: Math.min(...sums.map(({ yuan }) => yuan)),
  highYuan: Math.max(...sums.map(({ yuan }) => yuan)),
})

function pacedTo(told: readonly YearPoint[], last: YearPoint, until: Month, plan: CurvedPlan | null): PacedSum[] {
  const left = monthNumber(until) - monthNumber(last.month)
  const steady = (pace: Pace, monthly: number): PacedSum => {
    const monthlyYuan = Math.max(0, Math.round(monthly))
    return { pace, monthlyYuan, yuan: last.yuan + monthlyYuan * left }
  }
  const average = last.yuan / (monthNumber(last.month) - firstMonth(plan, last) + 1)
  const planned = plan && plannedBetween(plan, last.month, until)
  return [
    steady('average', average),
    steady('recent', recentPace(told, last)),
    ...(planned === null ? [] : [{ pace: 'plan' as const, monthlyYuan: Math.round(planned / left), yuan: last.yuan + planned }]),
  ]
}

/** A work that starts inside the year is not slow for the months before. */
function firstMonth(plan: CurvedPlan | null, last: YearPoint): number {
  const start = plan?.startMonth ?? null
  return start !== null && yearOf(start) === yearOf(last.month) && start <= last.month ? monthNumber(start) : 1
}

/** From the last point three or more months back; before the year's first point the sum stood at nothing. */
function recentPace(told: readonly YearPoint[], last: YearPoint): number {
  const back = told.filter(({ month }) => month <= addMonths(last.month, -3)).at(-1)
  if (back) return (last.yuan - back.yuan) / (monthNumber(last.month) - monthNumber(back.month))
  return last.yuan / monthNumber(last.month)
}

/** What the plan asks for between two months of its year, on its own curve or evenly; null without a planned sum. */
function plannedBetween(plan: CurvedPlan, from: Month, until: Month): number | null {
  const months = plannedByMonth({ ...plan, curveShape: plan.curveShape ?? 'even' })
  if (months === null) return null
  const at = (month: Month) => months[monthNumber(month) - 1]?.yuan ?? 0
  return Math.max(0, at(until) - at(from))
}

export type BackTest =
  | { state: 'none' }
  | {
      state: 'tested'
      /** The last month the forecast knew, and the month it was of. */
      asOf: Month
      month: Month
      lowYuan: number
      highYuan: number
      actualYuan: number
      inside: boolean
      /** How far the actual sum lies outside the range, percent of its nearer end; 0 inside. */
      offPercent: number | null
    }

/** How good the forecast of a quarter ago was: made from what was approved then (`then`), of the last month that is approved now. */
export function backTest(then: readonly YearPoint[], now: readonly YearPoint[], year: number, plan: CurvedPlan | null): BackTest {
  const [known, told] = [inYear(then, year), inYear(now, year)]
  const [last, actual] = [known.at(-1), told.at(-1)]
  if (!last || !actual || known.length < pointsNeeded || actual.month <= last.month) return { state: 'none' }
  const { lowYuan, highYuan } = endsOf(pacedTo(known, last, actual.month, plan))
  const off = actual.yuan < lowYuan ? actual.yuan - lowYuan : actual.yuan > highYuan ? actual.yuan - highYuan : 0
  const end = off < 0 ? lowYuan : highYuan
  const offPercent = off === 0 ? 0 : end === 0 ? null : Math.round((off / end) * 1000) / 10
  const facts = { asOf: last.month, month: actual.month, lowYuan, highYuan, actualYuan: actual.yuan }
  return { state: 'tested', ...facts, inside: off === 0, offPercent }
}
