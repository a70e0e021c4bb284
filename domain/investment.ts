import { type Month, monthNumber, monthOf, yearOf } from './calendar'

/** An approved monthly figure: 本年累计 up to the month's end, 元; null where the update gave none. */
export type MonthFigure = { month: Month; yearToDateYuan: number | null }
/** Investment before the first reported year, up to the end of `year`; reviewed once, may be unknown. */
export type Opening = { yuan: number | null; year: number | null }
/** `partial` = the sum is a lower bound (≥): an opening balance or part of a year is unknown. */
export type Invested = { yuan: number | null; partial: boolean; yearToDateYuan: number | null; month: Month | null }

const stated = (figures: readonly MonthFigure[]) =>
  figures.filter((figure): figure is { month: Month; yearToDateYuan: number } => figure.yearToDateYuan !== null)

/** The last stated figure of each year, by year. */
export function yearFigures(figures: readonly MonthFigure[]): Map<number, { month: Month; yuan: number }> {
  const years = new Map<number, { month: Month; yuan: number }>()
  for (const { month, yearToDateYuan } of stated(figures)) {
    const year = yearOf(month)
    const kept = years.get(year)
    if (!kept || kept.month < month) years.set(year, { month, yuan: yearToDateYuan })
  }
  return years
}

/** Total = opening balance + years (rule 5); a finished work's final figure replaces both. */
export function investedSoFar(figures: readonly MonthFigure[], opening: Opening, final: { yuan: number; on: string } | null): Invested {
  const years = yearFigures(figures)
  const last = [...years.values()].sort((a, b) => (a.month < b.month ? -1 : 1)).at(-1)
  const latest = { yearToDateYuan: last?.yuan ?? null, month: last?.month ?? null }
  if (final && (!last || last.month <= monthOf(final.on))) return { yuan: final.yuan, partial: false, ...latest }
  const counted = [...years].filter(([year]) => opening.year === null || year > opening.year)
  if (counted.length === 0 && opening.yuan === null) return { yuan: null, partial: true, ...latest }
  const sum = counted.reduce((total, [, figure]) => total + figure.yuan, opening.yuan ?? 0)
  return { yuan: sum, partial: !isWhole(counted, opening), ...latest }
}

/** Whole = the opening balance is known and every year since, but the last one, is told to its December. */
function isWhole(years: readonly (readonly [number, { month: Month }])[], opening: Opening): boolean {
  if (opening.yuan === null || opening.year === null) return false
  const told = new Map(years)
  const last = Math.max(opening.year, ...told.keys())
  for (let year = opening.year + 1; year < last; year++) {
    const figure = told.get(year)
    if (!figure || monthNumber(figure.month) !== 12) return false
  }
  return true
}

/** A month's own amount: derived, and only where the month before it in the same year is known. */
export function monthAmount(figures: readonly MonthFigure[], month: Month): { yuan: number; since: Month | null } | null {
  const known = stated(figures).filter((figure) => yearOf(figure.month) === yearOf(month))
  const own = known.find((figure) => figure.month === month)
  if (!own) return null
  const before = known
    .filter((figure) => figure.month < month)
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .at(-1)
  return { yuan: own.yearToDateYuan - (before?.yearToDateYuan ?? 0), since: before?.month ?? null }
}
