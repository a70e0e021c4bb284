import type { IndicatorRow } from '../../../db/queries/indicators'
import { baseFigure } from '../../../domain/indicator'
import { readValue } from '../../../domain/indicator-value'
import { fill, type Messages } from '../../../domain/messages'
import { Unknown } from '../../_components/money'

type Point = { year: number; figure: number }
const [width, height, edge] = [96, 28, 4]

/** The known years as a line, base first, the target as a dashed level; the numbers are said in words too. */
export function Trend({ row, base, t }: { row: IndicatorRow; base: number; t: Messages }) {
  const words = t.evaluation
  const points = pointsOf(row, base)
  if (points.length < 2) return <Unknown why={words.valueUnknown} />
  const goal = row.target === null ? null : readValue(row.target.text).figure
  const place = scaleOf(points, goal, base, row.values.length)
  const said = points.map(({ year, figure }) => fill(words.trendYear, { year, value: figure })).join(', ')
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" className="block">
      <title>{fill(words.trend, { name: row.indicator.name, values: said })}</title>
      {goal === null ? null : (
        <line
          x1={edge}
          x2={width - edge}
          y1={place.y(goal)}
          y2={place.y(goal)}
          stroke="var(--plan-line, currentColor)"
          strokeDasharray="3 2"
        />
      )}
      <polyline
        points={points.map(({ year, figure }) => `${place.x(year)},${place.y(figure)}`).join(' ')}
        fill="none"
        stroke="var(--accent, currentColor)"
        strokeWidth="1.5"
      />
      {points.map(({ year, figure }) => (
        <circle key={year} cx={place.x(year)} cy={place.y(figure)} r="2" fill="var(--accent, currentColor)" />
      ))}
    </svg>
  )
}

function pointsOf({ indicator, revisedBase, values }: IndicatorRow, base: number): Point[] {
  const start = baseFigure(revisedBase ?? indicator.value2020)
  const known = values.flatMap(({ year, value }) => {
    const figure = value === null ? null : readValue(value).figure
    return figure === null ? [] : [{ year, figure }]
  })
  return start === null ? known : [{ year: base, figure: start }, ...known]
}

function scaleOf(points: readonly Point[], goal: number | null, base: number, years: number) {
  const figures = [...points.map(({ figure }) => figure), ...(goal === null ? [] : [goal])]
  const [low, high] = [Math.min(...figures), Math.max(...figures)]
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    x: (year: number) => round(edge + ((year - base) / years) * (width - 2 * edge)),
    y: (figure: number) => round(high === low ? height / 2 : height - edge - ((figure - low) / (high - low)) * (height - 2 * edge)),
  }
}
