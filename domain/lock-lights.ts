import { type Day, type Month, quarterEnd, yearOf } from './calendar'
import type { DutyFacts, Try } from './duty'
import { investedSoFar, type MonthFigure } from './investment'
import type { KnownWork } from './known-work'
import { worstLight } from './light'
import { type LockSpan, missedUntil } from './lock'
import { plannedShare } from './plan-curve'
import type { Stage } from './project'
import { type RatingFacts, rateProject } from './rating'
import { constructionSince } from './registration'
import { missedMonths, type SummaryRules } from './summary'

type Rated = {
  stage: Stage
  duty: DutyFacts
  tries: ReadonlyMap<Month, readonly Try[]>
  figures: readonly MonthFigure[]
  final: { yuan: number; on: Day } | null
}

/** Lights as they stood on the period's last day: what was met or recorded later was open then. */
export function lockLights(known: KnownWork, span: LockSpan, rules: SummaryRules, rated: Rated) {
  const { month, yearToDateYuan } = investedSoFar(rated.figures, known.opening, rated.final)
  const missed = missedMonths({ duty: rated.duty, tries: rated.tries }, month, missedUntil(span), rules)
  const facts = {
    stage: rated.stage,
    approvedMonth: month,
    yearToDateYuan,
    plan: planInForce(known, span, month),
    missedMonths: missed,
    milestones: known.milestones.map(({ name, baselineOn, metOn }) => ({
      name,
      baselineOn,
      metOn: metOn !== null && metOn <= span.standsOn ? metOn : null,
    })),
    funds: fundsOf(known, span, rated),
    registration: registrationOf(known, span, rated.duty),
  }
  const lights = rateProject(facts, span.standsOn, rules.lights)
  return { lights, lightLevel: worstLight(lights)?.level ?? ('none' as const) }
}

/** What the plan's own curve asks for by a month; an even one is no other line than time itself. */
function planInForce({ plans }: KnownWork, { throughMonth }: LockSpan, month: Month | null): RatingFacts['plan'] {
  const plan = plans.find((row) => row.year === yearOf(throughMonth) && row.current && row.status === 'approved')
  if (!plan) return null
  const { year, plannedYuan: yuan, startMonth, finishMonth, curveShape } = plan
  const curved = month !== null && curveShape !== null && curveShape !== 'even'
  return { year, yuan, startMonth, finishMonth, share: curved ? plannedShare(plan, month) : null }
}

/** Funds of the last quarter that had ended, against what was approved as invested by its end. */
function fundsOf({ funds, opening }: KnownWork, { throughMonth }: LockSpan, { figures, final }: Rated): RatingFacts['funds'] {
  const ended = funds.filter(({ current, quarter }) => current && quarter !== null && quarterEnd(quarter) <= throughMonth)
  const last = ended.sort((a, b) => ((a.quarter ?? '') < (b.quarter ?? '') ? -1 : 1)).at(-1)
  if (!last || last.quarter === null) return null
  const { quarter, inPlaceYuan, paidYuan, unknown } = last
  const end = quarterEnd(quarter)
  const before = figures.filter(({ month }) => month <= end)
  const invested = investedSoFar(before, opening, final && final.on.slice(0, 7) <= end ? final : null)
  return { quarter, inPlaceYuan, paidYuan, inPlacePartial: unknown > 0, investedYuan: invested.yuan, investedPartial: invested.partial }
}

const settled = ['registered', 'exempt', 'removed'] as const

function registrationOf({ registrations }: KnownWork, { standsOn }: LockSpan, { stages }: DutyFacts): RatingFacts['registration'] {
  const last = [...registrations]
    .sort((a, b) => a.id - b.id)
    .filter(({ onDay }) => onDay <= standsOn)
    .at(-1)
  if (!last) return null
  const until = stages.filter(({ from }) => from <= standsOn)
  return { state: settled.find((each) => each === last.state) ?? 'open', since: last.onDay, constructionSince: constructionSince(until) }
}
