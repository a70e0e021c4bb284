import type { FundMeasure } from '../../domain/fund'
import type { FundSourceTotal, FundTotals } from '../../domain/fund-totals'
import { fill, type Messages } from '../../domain/messages'
import { atLeast, formatYi, type Total } from '../../domain/money'
import { type DrawnFund, drawFunds, type FundRow, fundSheet } from '../../domain/picture/funds'
import { Picture } from '../_components/picture'
import { SourceTable } from './source-table'

type Props = { totals: FundTotals; t: Messages }

/** Planned, in place and paid of each source on one scale, each with of how many works it is; what nobody told is hatched, not zero. */
export function FundPicture({ totals, t }: Props) {
  const words = t.funds
  const name = fill(words.picture, { quarter: totals.quarter })
  const { rows, height } = drawFunds(totals.sources)
  return (
    <Picture
      name={name}
      file={`funds-${totals.quarter}`}
      width={fundSheet.width}
      height={height}
      least={fundSheet.width}
      told={rows.map((row) => saidOf(row, t)).join('; ')}
      legend={<Legend t={t} />}
      numbers={<SourceTable totals={totals} t={t} />}
      open
      t={t}
    >
      <Hatch />
      {rows.map((row) => (
        <Source key={row.source.id} row={row} t={t} />
      ))}
    </Picture>
  )
}

const hatch = 'fund-hatch'

/** The field of what is not known: strokes, so that it is told from every bar without its colour. */
const Hatch = () => (
  <defs>
    <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path className="pic-hatch" d="M0 0V6" />
    </pattern>
  </defs>
)

const figureOf = (total: Total, t: Messages): string => (total.yuan === null ? t.funds.notTold : atLeast(total, formatYi))

const coverageOf = ({ known, unknown }: Total, t: Messages): string => fill(t.common.coverage, { known, all: known + unknown })

function saidOf({ source, bars }: FundRow<FundSourceTotal>, t: Messages): string {
  const parts = bars.map(({ measure, total }) => `${t.funds.measures[measure]} ${figureOf(total, t)} (${coverageOf(total, t)})`)
  return `${source.name}${t.common.colon}${parts.join(', ')}`
}

function Source({ row: { source, y, bars }, t }: { row: FundRow<FundSourceTotal>; t: Messages }) {
  return (
    <g>
      <path className="pic-grid" d={`M0 ${y}H${fundSheet.width}`} />
      <text className="pic-strong" x="0" y={y + 17} lang="zh-CN">
        {source.active ? source.name : `${source.name}（${t.funds.retired}）`}
      </text>
      {bars.map((bar) => (
        <Bar key={bar.measure} bar={bar} t={t} />
      ))}
    </g>
  )
}

const looks: Record<FundMeasure, string> = { planned: 'pic-planned', inPlace: 'pic-in-place', paid: 'pic-paid' }

function Bar({ bar: { measure, kind, y, width, total }, t }: { bar: DrawnFund; t: Messages }) {
  const { left, bar, stub, unknown } = fundSheet
  const end = left + (kind === 'unknown' ? unknown : kind === 'least' ? width + stub : width)
  return (
    <g>
      <text className="pic-soft" x={left - 8} y={y + 10} textAnchor="end">
        {t.funds.measures[measure]}
      </text>
      {kind === 'unknown' ? <Unknown x={left} y={y} width={unknown} /> : null}
      {kind === 'least' ? <Unknown x={left + width} y={y} width={stub} /> : null}
      {kind === 'unknown' ? null : <rect className={looks[measure]} x={left} y={y} width={Math.max(width, 1)} height={bar} />}
      <text x={end + 8} y={y + 10}>
        {figureOf(total, t)}
        <tspan className="pic-soft" dx="8">
          {coverageOf(total, t)}
        </tspan>
      </text>
    </g>
  )
}

const Unknown = ({ x, y, width }: { x: number; y: number; width: number }) => (
  <rect className="pic-unknown" fill={`url(#${hatch})`} x={x} y={y} width={width} height={fundSheet.bar} />
)

function Legend({ t }: { t: Messages }) {
  const { measures, keyLeast, keyUnknown } = t.funds
  return (
    <ul className="pic-keys">
      {(['planned', 'inPlace', 'paid'] as const).map((measure) => (
        <li key={measure}>
          <svg width="26" height="12" aria-hidden="true">
            <rect className={looks[measure]} x="1" y="1" width="24" height="10" />
          </svg>
          {measures[measure]}
        </li>
      ))}
      <li>
        <svg width="34" height="12" aria-hidden="true">
          <rect className="pic-in-place" x="1" y="1" width="18" height="10" />
          <rect className="pic-unknown" fill={`url(#${hatch})`} x="19" y="1" width="14" height="10" />
        </svg>
        {keyLeast}
      </li>
      <li>
        <svg width="34" height="12" aria-hidden="true">
          <rect className="pic-unknown" fill={`url(#${hatch})`} x="1" y="1" width="32" height="10" />
        </svg>
        {keyUnknown}
      </li>
    </ul>
  )
}
