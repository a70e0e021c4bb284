import { amountOf, type FundLine, type FundMeasure, fundSum } from './fund'
import type { FundLineInput } from './fund-input'

/** Oddities of a return, answered by one remark. */
export const fundWarnings = [
  'paid-above-in-place',
  'in-place-above-planned',
  'in-place-fell',
  'paid-fell',
  'above-later-quarter',
  'sources-over-total',
  'sources-under-total',
] as const
export type FundWarning = (typeof fundWarnings)[number]

/** What is approved around a return: the last quarter before it, the next one after it, and the work's declared total. */
export type FundContext = { before: readonly FundLine[]; later: readonly FundLine[]; totalYuan: number | null }

export type FundSourceName = { id: number; name: string }

/** A line a source that was asked for: what is not typed is not known, unless it was said that the rest is not used. */
export function toldLines(sources: readonly FundSourceName[], typed: readonly FundLineInput[], restNone: boolean): FundLine[] {
  const bySource = new Map(typed.map((line) => [line.sourceId, line]))
  return sources.map(({ id, name }) => {
    const line = bySource.get(id)
    const [plannedYuan, inPlaceYuan, paidYuan] = [line?.planned ?? null, line?.inPlace ?? null, line?.paid ?? null]
    const empty = plannedYuan === null && inPlaceYuan === null && paidYuan === null
    if (empty && restNone) return { sourceId: id, name, plannedYuan: 0, inPlaceYuan: 0, paidYuan: 0 }
    return { sourceId: id, name, plannedYuan, inPlaceYuan, paidYuan }
  })
}

const more = (a: number | null | undefined, b: number | null | undefined): boolean =>
  a !== null && a !== undefined && b !== null && b !== undefined && a > b

const inSource = (lines: readonly FundLine[], sourceId: number): FundLine | undefined => lines.find((line) => line.sourceId === sourceId)

/** What is odd about one source: each with the figure it is said beside. Sums up to a quarter never fall by themselves. */
export function lineOddities(line: FundLine, { before, later }: FundContext): { measure: FundMeasure; warning: FundWarning }[] {
  const was = inSource(before, line.sourceId)
  const next = inSource(later, line.sourceId)
  const found: ({ measure: FundMeasure; warning: FundWarning } | false)[] = [
    more(line.inPlaceYuan, line.plannedYuan) && { measure: 'inPlace', warning: 'in-place-above-planned' },
    more(was?.inPlaceYuan, line.inPlaceYuan) && { measure: 'inPlace', warning: 'in-place-fell' },
    more(line.inPlaceYuan, next?.inPlaceYuan) && { measure: 'inPlace', warning: 'above-later-quarter' },
    more(line.paidYuan, line.inPlaceYuan) && { measure: 'paid', warning: 'paid-above-in-place' },
    more(was?.paidYuan, line.paidYuan) && { measure: 'paid', warning: 'paid-fell' },
    more(line.paidYuan, next?.paidYuan) && { measure: 'paid', warning: 'above-later-quarter' },
  ]
  return found.filter((each) => each !== false)
}

/** The planned sum against the declared total: over it at once, under it only where every source was told (one part in a hundred is rounding). */
export function sumOddity(lines: readonly FundLine[], totalYuan: number | null): FundWarning | null {
  const planned = fundSum(lines, 'planned')
  if (planned.yuan === null || totalYuan === null) return null
  if (planned.yuan > totalYuan * 1.01) return 'sources-over-total'
  return planned.unknown === 0 && planned.yuan < totalYuan * 0.99 ? 'sources-under-total' : null
}

export function fundOddities(lines: readonly FundLine[], context: FundContext): FundWarning[] {
  const ofSum = sumOddity(lines, context.totalYuan)
  const found = new Set([
    ...lines.flatMap((line) => lineOddities(line, context).map(({ warning }) => warning)),
    ...(ofSum === null ? [] : [ofSum]),
  ])
  return fundWarnings.filter((warning) => found.has(warning))
}

export const saysNothing = (lines: readonly FundLine[]): boolean =>
  lines.every((line) => (['planned', 'inPlace', 'paid'] as const).every((measure) => amountOf(line, measure) === null))
