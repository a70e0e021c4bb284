import { addMonths, type Day, type Holidays, lastDay, type Month, type Quarter, quarterEnd, yearOf } from './calendar'
import { type DutyFacts, type DutyRules, dueMonth, type MonthReport, monthReport, type Try } from './duty'
import { investedSoFar, type MonthFigure, type Opening } from './investment'
import { type Light, worstLight } from './light'
import { latenessOf, lightToShow } from './list-row'
import { type CurvedPlan, plannedShare } from './plan-curve'
import type { Stage } from './project'
import { type LightRules, type RatingFacts, rateProject } from './rating'
import type { FundsToRate, RegistrationToRate } from './rating-support'

/** Everything approved or submitted that a list row is computed from. */
export type ProjectFacts = {
  stage: Stage
  duty: DutyFacts
  /** Submissions of monthly updates by month, oldest first, withdrawn ones left out. */
  tries: ReadonlyMap<Month, readonly Try[]>
  figures: readonly MonthFigure[]
  /** Monthly figures that wait for their review. */
  reported: readonly MonthFigure[]
  opening: Opening
  final: { yuan: number; on: Day } | null
  plans: readonly (Omit<CurvedPlan, 'plannedYuan'> & { yuan: number | null })[]
  milestones: RatingFacts['milestones']
  /** Of the last approved return; null = none. */
  funds: { quarter: Quarter; inPlaceYuan: number | null; inPlacePartial: boolean; paidYuan: number | null } | null
  registration: RegistrationToRate | null
}

export type ProjectSummary = {
  yearToDateYuan: number | null
  approvedYuan: number | null
  approvedPartial: boolean
  approvedMonth: Month | null
  reportedYuan: number | null
  reportedMonth: Month | null
  annualPlanYuan: number | null
  lights: Light[]
  worst: Light | null
  /** Days the light shown is late. */
  lateness: number
  report: MonthReport
}

export type SummaryRules = { duty: DutyRules; lights: LightRules; holidays: Holidays }

/** How many due months after the last approved one have gone by without a submission. */
export function missedMonths(facts: Pick<ProjectFacts, 'duty' | 'tries'>, after: Month | null, today: Day, rules: SummaryRules): number {
  const until = dueMonth(today)
  let missed = 0
  for (let month = until; after !== null && month > after; month = addMonths(month, -1)) {
    const report = monthReport(facts.duty, month, facts.tries.get(month) ?? [], today, rules.duty, rules.holidays)
    if (report.state === 'missing') missed++
  }
  return missed
}

/** The one computation behind a list row; a stored row must always equal it. */
export function summariseProject(facts: ProjectFacts, today: Day, rules: SummaryRules): ProjectSummary {
  const invested = investedSoFar(facts.figures, facts.opening, facts.final)
  const reported = investedSoFar(withReported(facts), facts.opening, facts.final)
  const month = invested.month
  const year = yearOf(month ?? lastDay(dueMonth(today)))
  const plan = facts.plans.find((entry) => entry.year === year) ?? null
  const lights = rateProject(ratingFacts(facts, plan, invested, missedMonths(facts, month, today, rules)), today, rules.lights)
  const due = dueMonth(today)
  return {
    yearToDateYuan: invested.yearToDateYuan,
    approvedYuan: invested.yuan,
    approvedPartial: invested.partial,
    approvedMonth: month,
    reportedYuan: reported.yuan,
    reportedMonth: reported.month,
    annualPlanYuan: plan?.yuan ?? null,
    lights,
    worst: worstLight(lights),
    lateness: latenessOf(lightToShow(lights)),
    report: monthReport(facts.duty, due, facts.tries.get(due) ?? [], today, rules.duty, rules.holidays),
  }
}

/** What is reported stands in the place of what it would replace. */
function withReported({ figures, reported }: ProjectFacts): MonthFigure[] {
  const open = new Set(reported.map((figure) => figure.month))
  return [...figures.filter((figure) => !open.has(figure.month)), ...reported]
}

function ratingFacts(
  facts: ProjectFacts,
  plan: ProjectFacts['plans'][number] | null,
  invested: { month: Month | null; yearToDateYuan: number | null },
  missed: number,
): RatingFacts {
  return {
    stage: facts.stage,
    approvedMonth: invested.month,
    yearToDateYuan: invested.yearToDateYuan,
    plan: plan && { ...plan, share: shareOf(plan, invested.month) },
    missedMonths: missed,
    milestones: facts.milestones,
    funds: fundsToRate(facts),
    registration: facts.registration,
  }
}

/** What the plan's own curve asks for by a month; an even one is no other line than time itself. */
function shareOf(plan: ProjectFacts['plans'][number], month: Month | null): number | null {
  if (month === null || plan.curveShape === null || plan.curveShape === 'even') return null
  return plannedShare({ ...plan, plannedYuan: plan.yuan }, month)
}

/** Funds of a quarter are set against what was approved as invested by its end, never against a later month. */
function fundsToRate({ funds, figures, opening, final }: ProjectFacts): FundsToRate | null {
  if (funds === null) return null
  const end = quarterEnd(funds.quarter)
  const invested = investedSoFar(
    figures.filter(({ month }) => month <= end),
    opening,
    final && final.on.slice(0, 7) <= end ? final : null,
  )
  return { ...funds, investedYuan: invested.yuan, investedPartial: invested.partial }
}
