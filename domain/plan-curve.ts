import { type Month, monthNumber, yearOf } from './calendar'

/** `own` = twelve sums as they were planned; the others are shapes between the planned start and finish. */
export const standardShapes = ['even', 'front', 'back', 's'] as const
export type StandardShape = (typeof standardShapes)[number]
export const curveShapes = [...standardShapes, 'own'] as const
export type CurveShape = (typeof curveShapes)[number]

/** `curve` = cumulative 元 at the end of each of the year's twelve months. */
export type CurvedPlan = {
  year: number
  plannedYuan: number | null
  curve: readonly number[] | null
  curveShape: CurveShape | null
  startMonth: Month | null
  finishMonth: Month | null
}
export type PlannedMonth = { month: Month; yuan: number }

/** How much is done when a share `t` of the time has gone by, both 0 … 1. */
const shapes: Record<StandardShape, (t: number) => number> = {
  even: (t) => t,
  front: (t) => 1 - (1 - t) ** 2,
  back: (t) => t ** 2,
  s: (t) => t * t * (3 - 2 * t),
}

export const yearMonths = (year: number): Month[] => Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)

/** Shares 0 … 1 at each month's end, for the part of the work that lies in the year; null where none does. */
export function shapeShares(
  shape: StandardShape,
  { year, startMonth, finishMonth }: Omit<CurvedPlan, 'curve' | 'plannedYuan' | 'curveShape'>,
) {
  if ((startMonth !== null && yearOf(startMonth) > year) || (finishMonth !== null && yearOf(finishMonth) < year)) return null
  const from = startMonth !== null && yearOf(startMonth) === year ? monthNumber(startMonth) : 1
  const to = finishMonth !== null && yearOf(finishMonth) === year ? monthNumber(finishMonth) : 12
  const elapsed = (month: number) => Math.min(1, Math.max(0, (month - from + 1) / (to - from + 1)))
  return yearMonths(year).map((_, at) => shapes[shape](elapsed(at + 1)))
}

function sharesOf(plan: CurvedPlan): number[] | null {
  const { curveShape, curve, plannedYuan } = plan
  if (curveShape === null) return null
  if (curveShape !== 'own') return shapeShares(curveShape, plan)
  return curve && curve.length === 12 && plannedYuan ? curve.map((yuan) => yuan / plannedYuan) : null
}

/** What should have been invested at each month's end, twelve of them; null where no curve was planned, or no sum. */
export function plannedByMonth(plan: CurvedPlan): PlannedMonth[] | null {
  const shares = sharesOf(plan)
  const { plannedYuan } = plan
  if (shares === null || plannedYuan === null) return null
  return yearMonths(plan.year).map((month, at) => ({ month, yuan: Math.round((shares[at] ?? 0) * plannedYuan) }))
}

/** Percent of the year's plan due by a month's end; null where the plan has no curve, or is of another year. */
export function plannedShare(plan: CurvedPlan, month: Month): number | null {
  const share = yearOf(month) === plan.year ? sharesOf(plan)?.[monthNumber(month) - 1] : undefined
  return share === undefined ? null : share * 100
}
