import { type Day, daysBetween, monthOf, type Quarter, quarterOf } from './calendar'
import type { Light, LightKind, LightLevel } from './light'
import type { Stage } from './project'

/** Limits of the two lights beside progress; a version of the rules that lacks one leaves that light grey. */
export type SupportRules = {
  /** Percent of what is already invested that has to be in place: below `yellowBelow` yellow, below `redBelow` red. */
  funds?: { yellowBelow: number; redBelow: number; greyAfterQuarters: number }
  /** Calendar days under construction without an entry in the statistics (入库纳统). */
  statistics?: { yellowAfterDays: number; redAfterDays: number }
}

/**
 * Funds in place and paid by the end of a quarter, and what was approved as invested by then, 元. `…Partial` = a lower bound: a source or an
 * earlier year is unknown.
 */
export type FundsToRate = {
  quarter: Quarter
  inPlaceYuan: number | null
  inPlacePartial: boolean
  paidYuan: number | null
  investedYuan: number | null
  investedPartial: boolean
}

export type RegistrationToRate = {
  state: 'registered' | 'open' | 'exempt' | 'removed'
  /** The day of the entry, or of what else is said of it. */
  since: Day | null
  /** The first day under construction. */
  constructionSince: Day | null
}

type Resting = { rest: string | null; today: Day }

function lamp(kind: LightKind) {
  return (level: LightLevel, reason: string, params: Light['params'], inputs: Light['inputs']): Light => ({
    kind,
    level,
    reason,
    params,
    inputs,
  })
}

const funds = lamp('funds')
const registration = lamp('registration')

/** Is the money there for what is already built? A lower bound in place proves green only, a lower bound of what was built proves late only. */
export function rateFunds({ rest, facts, today }: Resting & { facts: FundsToRate | null }, rules: SupportRules): Light {
  if (rest) return funds('none', rest, {}, {})
  if (!rules.funds) return funds('none', 'no-rule', {}, {})
  if (facts === null) return funds('none', 'no-funds-return', {}, {})
  const { quarter, inPlaceYuan, paidYuan, investedYuan } = facts
  const inputs = { quarter, inPlaceYuan, paidYuan, investedYuan }
  if (inPlaceYuan === null) return funds('none', 'no-funds-return', {}, inputs)
  if (quartersSince(quarter, today) > rules.funds.greyAfterQuarters) return funds('none', 'funds-old', { quarter }, inputs)
  if (investedYuan === null && paidYuan === null) return funds('none', 'funds-no-investment', { quarter }, inputs)
  const used = Math.max(investedYuan ?? 0, paidYuan ?? 0)
  if (used === 0) return funds('none', 'funds-nothing-used', { quarter }, inputs)
  return litFunds(facts, { inPlaceYuan, used }, rules.funds, inputs)
}

function litFunds(
  facts: FundsToRate,
  { inPlaceYuan, used }: { inPlaceYuan: number; used: number },
  rule: NonNullable<SupportRules['funds']>,
  inputs: Light['inputs'],
): Light {
  const covered = Math.round((inPlaceYuan / used) * 1000) / 10
  const params = { quarter: facts.quarter, covered, lack: Math.round((100 - covered) * 10) / 10 }
  const level: LightLevel = covered < rule.redBelow ? 'red' : covered < rule.yellowBelow ? 'yellow' : 'green'
  const told = { ...inputs, used, covered }
  if (level === 'green' && facts.investedPartial) return funds('none', 'funds-invested-partial', params, told)
  if (level !== 'green' && facts.inPlacePartial) return funds('none', 'funds-partial', params, told)
  return funds(level, level === 'green' ? 'funds-enough' : 'funds-short', params, told)
}

/** Whole quarters that ended since; the quarter before today's is the last one that can be told: 0. */
function quartersSince(quarter: Quarter, today: Day): number {
  const [a, b] = [quarter, quarterOf(monthOf(today))].map((text) => Number(text.slice(0, 4)) * 4 + Number(text.slice(5)))
  return (b ?? 0) - (a ?? 0) - 1
}

type Registering = Resting & { stage: Stage; facts: RegistrationToRate | null }

/** A work that is being built and not in the statistics: its investment is counted by nobody. */
export function rateRegistration({ stage, rest, facts, today }: Registering, rules: SupportRules): Light {
  const since = facts?.since ?? null
  if (facts?.state === 'registered') return registration('green', 'registered', { day: since ?? '' }, { since, today })
  if (stage !== 'construction') return registration('none', rest ?? 'registration-not-due', {}, { since, today })
  if (!rules.statistics) return registration('none', 'no-rule', {}, {})
  if (facts === null) return registration('none', 'registration-unknown', {}, { today })
  if (facts.state === 'exempt' || facts.state === 'removed')
    return registration('none', `registration-${facts.state}`, {}, { since, today })
  if (facts.constructionSince === null) return registration('none', 'registration-no-start', {}, { today })
  const days = daysBetween(facts.constructionSince, today)
  const { yellowAfterDays, redAfterDays } = rules.statistics
  const level: LightLevel = days > redAfterDays ? 'red' : days > yellowAfterDays ? 'yellow' : 'none'
  const inputs = { constructionSince: facts.constructionSince, today }
  if (level === 'none') return registration('none', 'registration-in-time', { days, left: yellowAfterDays - days }, inputs)
  return registration(level, 'registration-late', { days }, inputs)
}
