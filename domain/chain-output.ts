import { type Month, monthNumber, type Quarter, quarterEnd, yearOf } from './calendar'
import type { Light } from './light'
import { totalOf } from './money'
import { bandOf, type LightRules, onePlace } from './rating'

/** Rule 11: an enterprise's approved year-to-date return of one quarter, 元. */
export type Return = { organisationId: number; quarter: Quarter; yuan: number }
export type EnterpriseOutput = { organisationId: number; yuan: number | null; through: Month | null }
export type Statistics = { yuan: number; through: Month; source: string }

/** `known` of `known + unknown` enterprises; statistics speak for all. `through` is the latest month any of the sum reaches. */
export type ChainOutput = {
  year: number
  yuan: number | null
  known: number
  unknown: number
  source: 'statistics' | 'enterprises' | 'none'
  through: Month | null
  /** True when the parts of the sum reach different months: then it is a lower bound as well. */
  uneven: boolean
}

/** The last approved return of a year counts for each enterprise; one without a return is unknown, never 0. */
export function enterpriseOutputs(year: number, enterprises: readonly number[], returns: readonly Return[]): EnterpriseOutput[] {
  return enterprises.map((organisationId) => {
    const own = returns.filter((entry) => entry.organisationId === organisationId && yearOf(entry.quarter) === year)
    const last = own.sort((a, b) => (a.quarter < b.quarter ? -1 : 1)).at(-1)
    return { organisationId, yuan: last?.yuan ?? null, through: last ? quarterEnd(last.quarter) : null }
  })
}

export function chainOutput(year: number, statistics: Statistics | null, enterprises: readonly EnterpriseOutput[]): ChainOutput {
  const total = totalOf(enterprises.map((enterprise) => enterprise.yuan))
  if (statistics) {
    return {
      year,
      yuan: statistics.yuan,
      known: total.known,
      unknown: total.unknown,
      source: 'statistics',
      through: statistics.through,
      uneven: false,
    }
  }
  const months = [...new Set(enterprises.map((enterprise) => enterprise.through).filter((month) => month !== null))].sort()
  return {
    year,
    ...total,
    source: total.known === 0 ? 'none' : 'enterprises',
    through: months.at(-1) ?? null,
    uneven: months.length > 1,
  }
}

/** Output through month M against target × M/12. A lower bound can prove green, never yellow or red. */
export function rateChain(output: ChainOutput, target: number | null, rules: LightRules): Omit<Light, 'kind'> {
  const inputs = { target, yuan: output.yuan, through: output.through, known: output.known, unknown: output.unknown }
  if (target === null) return { level: 'none', reason: 'no-target', params: {}, inputs }
  if (output.yuan === null || output.through === null) return { level: 'none', reason: 'no-output', params: {}, inputs }
  const time = (monthNumber(output.through) / 12) * 100
  const gap = onePlace(time - (output.yuan / target) * 100)
  const level = bandOf(gap, rules)
  const bound = output.source !== 'statistics' && (output.unknown > 0 || output.uneven)
  const params = { points: Math.abs(gap), month: output.through, known: output.known, all: output.known + output.unknown }
  if (level === 'green') return { level, reason: 'chain-on-course', params, inputs }
  return bound ? { level: 'none', reason: 'chain-partial', params, inputs } : { level, reason: 'chain-behind', params, inputs }
}
