import type { Quarter } from './calendar'
import { type Total, totalOf } from './money'

/** Money by where it comes from: of the whole work planned, in place up to a quarter's end, paid out up to it. */
export const fundMeasures = ['planned', 'inPlace', 'paid'] as const
export type FundMeasure = (typeof fundMeasures)[number]

/** A form has a line a source: more than these nobody would fill. */
export const mostFundSources = 10

/** One source as a return tells it, 元; null = not known, never 0. `name` = as the source was called then. */
export type FundLine = {
  sourceId: number
  name: string
  plannedYuan: number | null
  inPlaceYuan: number | null
  paidYuan: number | null
}

/**
 * What the last approved return of a work says, for its light. Sums are over the sources that tell the figure (null = none does);
 * `known` = sources that tell both what is planned and what is in place, `unknown` = the return's other sources. No return: quarter null, both 0.
 */
export type FundFacts = {
  quarter: Quarter | null
  plannedYuan: number | null
  inPlaceYuan: number | null
  paidYuan: number | null
  known: number
  unknown: number
}

export const amountOf = (line: Pick<FundLine, 'plannedYuan' | 'inPlaceYuan' | 'paidYuan'>, measure: FundMeasure): number | null =>
  measure === 'planned' ? line.plannedYuan : measure === 'inPlace' ? line.inPlaceYuan : line.paidYuan

/** The sum of one measure over the sources of one return. */
export const fundSum = (lines: readonly Omit<FundLine, 'name' | 'sourceId'>[], measure: FundMeasure): Total =>
  totalOf(lines.map((line) => amountOf(line, measure)))

export function factsOfLines(quarter: Quarter | null, lines: readonly Omit<FundLine, 'name' | 'sourceId'>[]): FundFacts {
  const known = lines.filter(({ plannedYuan, inPlaceYuan }) => plannedYuan !== null && inPlaceYuan !== null).length
  return {
    quarter,
    plannedYuan: fundSum(lines, 'planned').yuan,
    inPlaceYuan: fundSum(lines, 'inPlace').yuan,
    paidYuan: fundSum(lines, 'paid').yuan,
    known,
    unknown: lines.length - known,
  }
}
