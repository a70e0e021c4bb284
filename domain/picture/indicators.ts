import { baseFigure, type Pace, paceOf } from '../indicator'
import { readValue } from '../indicator-value'
import { place, scale } from './scale'

export const indicatorTile = { width: 214, height: 136, gap: 14, columns: 4, pad: 10, top: 48, bottom: 38 } as const
export const indicatorsWidth = indicatorTile.columns * (indicatorTile.width + indicatorTile.gap) - indicatorTile.gap
export const indicatorsHeight = (count: number): number =>
  Math.max(1, Math.ceil(count / indicatorTile.columns)) * (indicatorTile.height + indicatorTile.gap) - indicatorTile.gap

/** An indicator as it is drawn: base and target as they are printed, approved values by year (null = nobody knows). */
export type IndicatorYears = {
  name: string
  base: string | null
  target: string | null
  values: readonly { year: number; value: string | null }[]
}
type Point = { year: number; figure: number; x: number; y: number; text: string }
/** `absent` = years without an approved value; `words` = years whose value is no single figure. */
export type DrawnIndicator = {
  x: number
  y: number
  /** The straight line to the target, or the level every year is held against; null where the plan gives too little. */
  line: { path: string; pace: Pace } | null
  points: Point[]
  /** Between neighbouring years only: nothing is drawn across a year that nobody knows. */
  solid: string
  absent: { year: number; x: number }[]
  words: { year: number; x: number }[]
  years: { year: number; x: number }[]
}

export const drawIndicators = (rows: readonly IndicatorYears[], baseYear: number): DrawnIndicator[] =>
  rows.map((row, at) => drawOne(row, baseYear, at))

function drawOne({ name, base, target, values }: IndicatorYears, baseYear: number, at: number): DrawnIndicator {
  const { width, height, gap, columns, pad, top, bottom } = indicatorTile
  const [x0, y0] = [(at % columns) * (width + gap), Math.floor(at / columns) * (height + gap)]
  const years = [{ year: baseYear, value: base }, ...values]
  const x = scale(baseYear, values.at(-1)?.year ?? baseYear, x0 + pad + 6, x0 + width - pad - 14)
  const start = baseFigure(base)
  const told = years.map(({ year, value }) => ({
    year,
    value,
    figure: year === baseYear ? start : value === null ? null : readValue(value).figure,
  }))
  const goal = target === null ? null : readValue(target).figure
  const pace = paceOf(name, target, base)
  const from = pace === 'line' ? start : pace === 'sum' ? 0 : pace === 'none' ? null : goal
  const figures = [...told.map(({ figure }) => figure), goal, from].filter((figure) => figure !== null)
  const y = heights(figures, y0 + height - bottom, y0 + top)
  const points = told.flatMap(({ year, figure, value }) =>
    figure === null ? [] : [{ year, figure, text: value ?? String(figure), x: x(year), y: y(figure) }],
  )
  const last = years.at(-1)?.year ?? baseYear
  return {
    ...{ x: x0, y: y0, points, solid: solidOf(points) },
    line: goal === null || from === null ? null : { pace, path: `M${x(baseYear)} ${y(from)}L${x(last)} ${y(goal)}` },
    absent: told.filter(({ value }) => value === null).map(({ year }) => ({ year, x: x(year) })),
    words: told.filter(({ value, figure }) => value !== null && figure === null).map(({ year }) => ({ year, x: x(year) })),
    years: told.map(({ year }) => ({ year, x: x(year) })),
  }
}

/** Figures of one value stand in the middle. */
function heights(figures: readonly number[], foot: number, head: number): (figure: number) => number {
  const [low, high] = [Math.min(...figures), Math.max(...figures)]
  return low === high ? () => place((foot + head) / 2) : scale(low, high, foot, head)
}

const solidOf = (points: readonly Point[]): string =>
  points.map(({ year, x, y }, at) => `${at > 0 && points[at - 1]?.year === year - 1 ? 'L' : 'M'}${x} ${y}`).join('')
