import { type FundMeasure, fundMeasures } from '../fund'
import type { FundSums } from '../fund-totals'
import type { Total } from '../money'
import { roundTop, scale } from './scale'

/** `right` = room for the figure and its coverage behind the longest bar. */
export const fundSheet = { width: 620, left: 72, right: 204, top: 6, head: 27, line: 19, bar: 11, gap: 10, stub: 14, unknown: 92 } as const

/** `known` draws a bar, `least` a bar whose end is open, `unknown` an empty hatched field: never a bar of nothing. */
export type FundBarKind = 'known' | 'least' | 'unknown'
export type DrawnFund = { measure: FundMeasure; kind: FundBarKind; y: number; width: number; total: Total }
export type FundRow<Source> = { source: Source; y: number; bars: DrawnFund[] }
export type FundDrawing<Source> = { height: number; rows: FundRow<Source>[] }

/** A source's planned, in place and paid under one another; all sources have one scale. */
export function drawFunds<Source extends FundSums>(sources: readonly Source[]): FundDrawing<Source> {
  const { width, left, right, top, head, line, gap } = fundSheet
  const most = Math.max(0, ...sources.flatMap((source) => fundMeasures.map((measure) => source[measure].yuan ?? 0)))
  const across = scale(0, roundTop(most), 0, width - left - right)
  const each = head + fundMeasures.length * line + gap
  return {
    height: top + sources.length * each,
    rows: sources.map((source, at) => {
      const y = top + at * each
      const bars = fundMeasures.map((measure, below): DrawnFund => {
        const total = source[measure]
        return { measure, total, kind: kindOf(total), y: y + head + below * line, width: total.yuan === null ? 0 : across(total.yuan) }
      })
      return { source, y, bars }
    }),
  }
}

const kindOf = ({ yuan, unknown }: Total): FundBarKind => (yuan === null ? 'unknown' : unknown > 0 ? 'least' : 'known')
