import type { ReactNode } from 'react'
import type { IndicatorMatrix, IndicatorRow } from '../../../db/queries/indicators'
import { fill, type Messages } from '../../../domain/messages'
import {
  type DrawnIndicator,
  drawIndicators,
  type IndicatorYears,
  indicatorsHeight,
  indicatorsWidth,
  indicatorTile,
} from '../../../domain/picture/indicators'
import { Picture } from '../../_components/picture'

type Props = { name: string; file: string; rows: readonly IndicatorRow[]; matrix: IndicatorMatrix; numbers: ReactNode; t: Messages }

/** A small drawing an indicator, all of one size: the way to the target dashed, approved years as points, “—” where nobody knows. */
export function ValuesPicture({ name, file, rows, matrix, numbers, t }: Props) {
  const asked = rows.map(yearsOf)
  const drawn = drawIndicators(asked, matrix.base)
  return (
    <Picture
      {...{ name, file, numbers, t }}
      width={indicatorsWidth}
      height={indicatorsHeight(rows.length)}
      least={indicatorsWidth}
      told={asked.map((row) => saidOf(row, matrix.base, t)).join('; ')}
      legend={<Legend t={t} />}
    >
      {drawn.map((one, at) => {
        const row = rows[at]
        return row ? <Tile key={row.indicator.no} row={row} drawn={one} t={t} /> : null
      })}
    </Picture>
  )
}

const yearsOf = ({ indicator, revisedBase, target, values }: IndicatorRow): IndicatorYears => ({
  ...{ name: indicator.name, base: revisedBase ?? indicator.value2020, target: target?.text ?? null, values },
})

function saidOf({ name, base, target, values }: IndicatorYears, baseYear: number, t: Messages): string {
  const years = [{ year: baseYear, value: base }, ...values].map(({ year, value }) => `${year} ${value ?? t.plan.valueAbsent}`)
  return `${name}${t.common.colon}${[...years, fill(t.plan.valueTarget, { target: target ?? '—' })].join(', ')}`
}

const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

function Tile({ row: { indicator, target }, drawn, t }: { row: IndicatorRow; drawn: DrawnIndicator; t: Messages }) {
  const { width, height, pad } = indicatorTile
  const { x, y, line, points, solid, absent, words, years } = drawn
  const last = points.at(-1)
  return (
    <g>
      <rect className="pic-tile" x={x + 0.5} y={y + 0.5} width={width - 1} height={height - 1} />
      <text className="pic-strong" x={x + pad} y={y + 18} lang="zh-CN">
        {short(`${indicator.no} ${indicator.name}`, 15)}
        <title>{indicator.name}</title>
      </text>
      <text className="pic-soft" x={x + pad} y={y + 35} lang="zh-CN">
        {short([indicator.unit, fill(t.plan.valueTarget, { target: target?.text ?? '—' })].filter(Boolean).join(' · '), 20)}
      </text>
      {line ? <path className="pic-way" d={line.path} /> : null}
      <path className="pic-values" d={solid} />
      {points.map((point) => (
        <circle key={point.year} className={point.year === years[0]?.year ? 'pic-before' : 'pic-dot'} cx={point.x} cy={point.y} r="3.5" />
      ))}
      {last && last.year !== years[0]?.year ? (
        <text className="pic-strong pic-halo" x={last.x} y={last.y - 7} textAnchor="middle">
          {last.text}
        </text>
      ) : null}
      <Below at={absent} y={y + height - 21} mark="—" />
      <Below at={words} y={y + height - 21} mark="*" />
      {years.map((one) => (
        <text key={one.year} className="pic-soft" x={one.x} y={y + height - 7} textAnchor="middle">
          {one.year}
        </text>
      ))}
    </g>
  )
}

const Below = ({ at, y, mark }: { at: DrawnIndicator['absent']; y: number; mark: string }) =>
  at.map(({ year, x }) => (
    <text key={year} x={x} y={y} textAnchor="middle">
      {mark}
    </text>
  ))

function Legend({ t }: { t: Messages }) {
  const { valueKeys: keys } = t.plan
  return (
    <ul className="pic-keys">
      <li>
        <svg width="14" height="12" aria-hidden="true">
          <circle className="pic-before" cx="6" cy="6" r="3.5" />
        </svg>
        {keys.base}
      </li>
      <li>
        <svg width="14" height="12" aria-hidden="true">
          <circle className="pic-dot" cx="6" cy="6" r="3.5" />
        </svg>
        {keys.value}
      </li>
      <li>
        <svg width="28" height="10" aria-hidden="true">
          <path className="pic-way" d="M1 5H27" />
        </svg>
        {keys.way}
      </li>
      <li>— {keys.absent}</li>
      <li>* {keys.words}</li>
    </ul>
  )
}
