import { type Day, daysBetween, type Month, monthNumber, monthOf, monthsBetween, yearOf } from './calendar'
import type { Light, LightKind, LightLevel } from './light'
import type { Stage } from './project'
import { type FundsToRate, type RegistrationToRate, rateFunds, rateRegistration, type SupportRules } from './rating-support'

/** Rule 2 as versioned data; 示例规则 until the county approves its own. What an older version does not speak of is not rated. */
export type LightRules = {
  progress: { yellowFrom: number; redAbove: number; greyAfterMissed: number }
  start: { redFromMonths: number }
  milestone: { redAboveDays: number }
} & SupportRules

export type RatingFacts = {
  stage: Stage
  /** The last approved month and its 本年累计, 元. */
  approvedMonth: Month | null
  yearToDateYuan: number | null
  /** `share` = percent due by the approved month on the plan's own curve; null without one. */
  plan: { yuan: number | null; startMonth: Month | null; finishMonth: Month | null; year: number; share?: number | null } | null
  missedMonths: number
  milestones: readonly { name: string; baselineOn: Day | null; metOn: Day | null }[]
  /** The last approved return of funds and the entry in the statistics; null = nobody told. */
  funds?: FundsToRate | null
  registration?: RegistrationToRate | null
}

type Params = Light['params']
const light = (kind: LightKind, level: LightLevel, reason: string, params: Params, inputs: Light['inputs']): Light => ({
  kind,
  level,
  reason,
  params,
  inputs,
})

export const resting: Partial<Record<Stage, string>> = {
  unknown: 'stage-unknown',
  reserve: 'in-reserve',
  paused: 'paused',
  withdrawn: 'withdrawn',
  completed: 'finished',
  operation: 'finished',
}

/** Time progress of month M in percentage points; a work that starts or finishes inside the year is linear between those months. */
export function timeProgress(month: Month, startMonth: Month | null, finishMonth: Month | null): number {
  const year = yearOf(month)
  const from = startMonth !== null && yearOf(startMonth) === year ? monthNumber(startMonth) : 1
  const to = finishMonth !== null && yearOf(finishMonth) === year ? monthNumber(finishMonth) : 12
  const elapsed = monthNumber(month) - from + 1
  return Math.min(100, Math.max(0, (elapsed / (to - from + 1)) * 100))
}

/** One decimal, as shown; the bands are judged on the same figure that people read. */
export const onePlace = (points: number): number => Math.round(points * 10) / 10

export function bandOf(gap: number, rules: LightRules): LightLevel {
  if (gap > rules.progress.redAbove) return 'red'
  return gap >= rules.progress.yellowFrom ? 'yellow' : 'green'
}

export function rateProgress(facts: RatingFacts, rules: LightRules): Light {
  const { plan, approvedMonth: month, yearToDateYuan } = facts
  const grey = (reason: string) => light('progress', 'none', reason, {}, { month, yearToDateYuan, planYuan: plan?.yuan ?? null })
  const rest = resting[facts.stage]
  if (rest) return grey(rest)
  if (plan === null || plan.yuan === null) return grey('no-plan')
  if (plan.yuan === 0) return grey('nothing-planned')
  if (month === null || yearToDateYuan === null || yearOf(month) !== plan.year) return grey('no-report')
  if (plan.startMonth !== null && month < plan.startMonth) return grey('before-start')
  if (facts.missedMonths >= rules.progress.greyAfterMissed) return grey('missed-months')
  const done = (yearToDateYuan / plan.yuan) * 100
  return litProgress(month, done, { even: timeProgress(month, plan.startMonth, plan.finishMonth), own: plan.share ?? null }, rules, {
    month,
    yearToDateYuan,
    planYuan: plan.yuan,
    done,
  })
}

/** A plan with a curve of its own is lit by that curve, any other by even progress; the other line stands beside it. */
function litProgress(
  month: Month,
  done: number,
  { even, own }: { even: number; own: number | null },
  rules: LightRules,
  inputs: Light['inputs'],
): Light {
  const time = own ?? even
  const gap = onePlace(time - done)
  const level = bandOf(gap, rules)
  const reason = level === 'green' ? 'on-course' : 'behind'
  const params = { points: Math.abs(gap), month, done: onePlace(done), time: onePlace(time) }
  if (own === null) return light('progress', level, reason, { ...params, line: 'linear' }, { ...inputs, time })
  return light('progress', level, `curve-${reason}`, { ...params, line: 'curve', even: onePlace(even) }, { ...inputs, time, even })
}

const started: readonly Stage[] = ['construction', 'completed', 'operation']

export function rateStart(facts: RatingFacts, today: Day, rules: LightRules): Light {
  const planned = facts.plan?.startMonth ?? null
  const inputs = { planned, stage: facts.stage, today }
  if (planned === null) return light('start', 'none', 'no-start-month', {}, inputs)
  if (started.includes(facts.stage)) return light('start', 'green', 'started', { month: planned }, inputs)
  if (facts.stage === 'paused' || facts.stage === 'withdrawn' || facts.stage === 'unknown')
    return light('start', 'none', resting[facts.stage] ?? 'stage-unknown', {}, inputs)
  const months = monthsBetween(planned, monthOf(today))
  if (months <= 0) return light('start', 'none', 'start-not-due', { month: planned }, inputs)
  return light('start', months >= rules.start.redFromMonths ? 'red' : 'yellow', 'start-late', { month: planned, months }, inputs)
}

export function rateMilestones(facts: RatingFacts, today: Day, rules: LightRules): Light {
  const rest = facts.stage === 'paused' || facts.stage === 'withdrawn' ? resting[facts.stage] : undefined
  const dated = facts.milestones.filter((milestone) => milestone.baselineOn !== null)
  if (rest) return light('milestone', 'none', rest, {}, { today })
  if (dated.length === 0) return light('milestone', 'none', 'no-milestones', {}, { today })
  const open = dated.filter((milestone) => milestone.metOn === null)
  const worst = open
    .map(({ name, baselineOn }) => ({ name, baselineOn, days: baselineOn === null ? 0 : daysBetween(baselineOn, today) }))
    .sort((a, b) => b.days - a.days)[0]
  if (!worst || worst.days <= 0) return light('milestone', 'green', 'milestones-kept', { open: open.length }, { today })
  const level = worst.days > rules.milestone.redAboveDays ? 'red' : 'yellow'
  return light('milestone', level, 'milestone-overdue', { name: worst.name, days: worst.days }, { today, baselineOn: worst.baselineOn })
}

/** Each light on its own; nothing is mixed into one colour. */
export function rateProject(facts: RatingFacts, today: Day, rules: LightRules): Light[] {
  const rest = resting[facts.stage] ?? null
  return [
    rateMilestones(facts, today, rules),
    rateProgress(facts, rules),
    rateStart(facts, today, rules),
    rateFunds({ rest, facts: facts.funds ?? null, today }, rules),
    rateRegistration({ stage: facts.stage, rest, facts: facts.registration ?? null, today }, rules),
  ]
}
