import { addDays, type Day, lastDay, type Month } from './calendar'
import type { ReportState } from './duty'
import type { Total } from './money'
import type { ResponsibilityKind } from './responsibility'

/** How a year's months were reported. What was not due is in none of them. */
export type MonthCounts = { due: number; onTime: number; late: number; missing: number; returned: number }
export type Counted = { known: number; all: number }
/** Facts of a unit in a year: no score, no rank. */
export type UnitFacts = {
  id: number
  name: string
  works: number
  months: MonthCounts
  planned: Total
  done: Total
  findings: Counted
  conditions: Counted
  answersFor: { kind: ResponsibilityKind; code: string }[]
}

export const noMonths: MonthCounts = { due: 0, onTime: 0, late: 0, missing: 0, returned: 0 }

const countedAs: Partial<Record<ReportState, keyof MonthCounts>> = {
  'on-time': 'onTime',
  late: 'late',
  missing: 'missing',
  returned: 'returned',
}

/** A month that is due and not late yet counts nowhere: nobody can say how it ends. */
export function countMonths(states: readonly ReportState[]): MonthCounts {
  const counts = { ...noMonths }
  for (const state of states) {
    const key = countedAs[state]
    if (!key) continue
    counts.due++
    counts[key]++
  }
  return counts
}

export const addMonthCounts = (a: MonthCounts, b: MonthCounts): MonthCounts => ({
  due: a.due + b.due,
  onTime: a.onTime + b.onTime,
  late: a.late + b.late,
  missing: a.missing + b.missing,
  returned: a.returned + b.returned,
})

/** A month belongs to the unit that answered for the work at its end. */
export const monthsHeld = (months: readonly Month[], { fromDay, toDay }: { fromDay: Day; toDay: Day | null }): Month[] =>
  months.filter((month) => lastDay(month) >= fromDay && (toDay === null || lastDay(month) <= addDays(toDay, -1)))
