import type { Month } from './calendar'
import type { Total } from './money'

/** A year's figures of a group of works, counted by the database: 元, how many works have one, and the months they reach. */
export type YearSum = { year: number; yuan: number | null; known: number; from: Month | null; through: Month | null }

export type YearLayer = Total & { from: Month | null; through: Month | null }
/** What was planned, reported and approved of one year: three layers, never mixed, each with how many of all works it knows. */
export type InvestmentYear = { year: number; plan: Total; reported: YearLayer; approved: YearLayer }

const unknownYear = { yuan: null, known: 0, from: null, through: null }

function layerOf(sums: readonly YearSum[], year: number, works: number): YearLayer {
  const { yuan, known, from, through } = sums.find((sum) => sum.year === year) ?? unknownYear
  return { yuan: known === 0 ? null : yuan, known, unknown: works - known, from, through }
}

/** One row for every year any layer speaks of, the latest first; a layer that says nothing of it is unknown, never 0. */
export function investmentYears(
  works: number,
  plan: readonly YearSum[],
  reported: readonly YearSum[],
  approved: readonly YearSum[],
): InvestmentYear[] {
  const years = new Set([...plan, ...reported, ...approved].map((sum) => sum.year))
  return [...years]
    .sort((a, b) => b - a)
    .map((year) => {
      const { yuan, known, unknown } = layerOf(plan, year, works)
      return { year, plan: { yuan, known, unknown }, reported: layerOf(reported, year, works), approved: layerOf(approved, year, works) }
    })
}

/** Some works are told to another month than others: the sum is of no single month. */
export const isUneven = ({ from, through }: YearLayer): boolean => from !== through
