import { addMonths, type Day, type Month, monthNumber, monthOf, yearOf } from './calendar'
import type { Issue } from './errors'
import { type MonthFigure, monthAmount } from './investment'
import type { Stage } from './project'
import type { MonthlyInput } from './update-input'

/** What is approved of a work, as the form shows it and the checks use it. `figures` = approved monthly 本年累计. */
export type UpdateFacts = {
  today: Day
  periodStart: Month
  stage: Stage
  figures: readonly MonthFigure[]
  /** Approved sum of all years before the year reported, 元; null = unknown. */
  earlierYearsYuan: number | null
  totalYuan: number | null
  plan: { yuan: number | null; startMonth: Month | null; finishMonth: Month | null } | null
  /** The last percentage and quantity stated in an approved month before this one. */
  percent: number | null
  quantityDone: number | null
  nextMilestone: { id: number; name: string; baselineOn: Day | null } | null
  steps: readonly string[]
}

/** 本年累计 by what was typed: as this year's, or as this month's on top of the month before. */
export function yearToDate(
  input: Pick<MonthlyInput, 'period' | 'investment' | 'investmentBasis'>,
  figures: readonly MonthFigure[],
): number | null | 'unknown-before' {
  if (input.investment === null || input.investmentBasis === 'year') return input.investment
  const before = beforeIn(input.period, figures)
  return before === null ? 'unknown-before' : before + input.investment
}

/** 本年累计 at the end of the month before; January starts at nothing, a missing month is unknown. */
export function beforeIn(period: Month, figures: readonly MonthFigure[]): number | null {
  if (monthNumber(period) === 1) return 0
  return figures.find((figure) => figure.month === addMonths(period, -1))?.yearToDateYuan ?? null
}

/** Impossible things, each with its field (rule 6). */
export function blockingIssues(input: MonthlyInput, facts: UpdateFacts): Issue[] {
  const issues: Issue[] = []
  const add = (field: string, code: Issue['code'], params?: Issue['params']) => issues.push({ field, code, ...(params ? { params } : {}) })
  if (input.period > monthOf(facts.today)) add('period', 'in-the-future')
  if (input.period < facts.periodStart) add('period', 'before-period', { month: facts.periodStart })
  if (input.investment !== null && input.investment < 0) add('investment', 'not-positive')
  if (yearToDate(input, facts.figures) === 'unknown-before') add('investment', 'needs-year-to-date')
  if (input.conditionKind !== null && input.conditionAsk === null) add('conditionAsk', 'required')
  if (input.conditionKind === null && (input.conditionAsk !== null || input.conditionUnitId !== null)) add('conditionKind', 'required')
  if (input.forecastOn !== null && input.forecastOn < facts.today) add('forecastOn', 'forecast-past')
  if (!input.noChange && saysNothing(input)) add('investment', 'says-nothing')
  return issues
}

function saysNothing(input: MonthlyInput): boolean {
  const facts = [input.investment, input.step, input.progressText, input.percent, input.quantityDone, input.conditionKind, input.forecastOn]
  return facts.every((fact) => fact === null)
}

export const warnings = [
  'lowered',
  'above-later',
  'three-zeros',
  'over-total',
  'done-uninvested',
  'percent-fell',
  'quantity-fell',
  'below-plan',
] as const
export type Warning = (typeof warnings)[number]

/** Odd things that go through with a remark (rule 6). “No change” repeats what is approved: only its third month of nothing is odd. */
export function oddities(input: MonthlyInput, facts: UpdateFacts): Warning[] {
  const found = everyOddity(input, facts)
  return input.noChange ? found.filter((warning) => warning === 'three-zeros') : found
}

function everyOddity(input: MonthlyInput, facts: UpdateFacts): Warning[] {
  const toDate = yearToDate(input, facts.figures)
  const figure = typeof toDate === 'number' ? { month: input.period, yearToDateYuan: toDate } : null
  const figures = [...facts.figures.filter((known) => known.month !== input.period), ...(figure ? [figure] : [])]
  const amount = figure ? monthAmount(figures, input.period) : null
  const sum = figure && facts.earlierYearsYuan !== null ? facts.earlierYearsYuan + figure.yearToDateYuan : null
  const found: (Warning | false)[] = [
    amount !== null && amount.yuan < 0 && 'lowered',
    figure !== null && isAboveLater(figures, figure) && 'above-later',
    isThirdZero(figures, input.period, facts.stage) && 'three-zeros',
    sum !== null && facts.totalYuan !== null && sum > facts.totalYuan * 1.2 && 'over-total',
    input.percent === 100 && sum !== null && facts.totalYuan !== null && sum < facts.totalYuan * 0.8 && 'done-uninvested',
    fell(input.percent, facts.percent) && 'percent-fell',
    fell(input.quantityDone, facts.quantityDone) && 'quantity-fell',
    amount !== null &&
      amount.since === previousIn(input.period) &&
      amount.yuan >= 0 &&
      isBelowPlan(amount.yuan, input.period, facts) &&
      'below-plan',
  ]
  return found.filter((warning) => warning !== false)
}

const fell = (now: number | null, before: number | null): boolean => now !== null && before !== null && now < before

/** A back-filled or corrected month may not quietly make the month after it negative. */
function isAboveLater(figures: readonly MonthFigure[], { month, yearToDateYuan }: { month: Month; yearToDateYuan: number }): boolean {
  return figures.some(
    (later) =>
      later.month > month &&
      yearOf(later.month) === yearOf(month) &&
      later.yearToDateYuan !== null &&
      later.yearToDateYuan < yearToDateYuan,
  )
}

const previousIn = (period: Month): Month | null => (monthNumber(period) === 1 ? null : addMonths(period, -1))

function isThirdZero(figures: readonly MonthFigure[], period: Month, stage: Stage): boolean {
  if (stage !== 'construction') return false
  return [period, addMonths(period, -1), addMonths(period, -2)].every((month) => {
    const amount = monthAmount(figures, month)
    return amount !== null && amount.yuan === 0 && amount.since === previousIn(month)
  })
}

/** Under 60 % of the month's even share of the annual plan. */
function isBelowPlan(amount: number, period: Month, facts: UpdateFacts): boolean {
  const { plan } = facts
  if (!plan?.yuan) return false
  const year = yearOf(period)
  const from = plan.startMonth !== null && yearOf(plan.startMonth) === year ? monthNumber(plan.startMonth) : 1
  const to = plan.finishMonth !== null && yearOf(plan.finishMonth) === year ? monthNumber(plan.finishMonth) : 12
  const month = monthNumber(period)
  return month >= from && month <= to && amount < (plan.yuan / (to - from + 1)) * 0.6
}
