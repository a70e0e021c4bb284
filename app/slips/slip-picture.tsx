import type { SlipRow } from '../../db/queries/slips'
import type { Day } from '../../domain/calendar'
import type { Messages } from '../../domain/messages'
import { type DrawnBar, drawSlips, type SlipDrawing, slipSheet } from '../../domain/picture/slips'
import { Picture } from '../_components/picture'
import { SlipTable } from './slip-table'
import { daysWords, slipWords } from './slip-words'

type Props = { rows: readonly SlipRow[]; today: Day; t: Messages }

/** A line a work: its name, the milestone, and a bar from the date in force to where it ends now; the first date before it where it was moved. */
export function SlipPicture({ rows, today, t }: Props) {
  const words = t.outlook
  const drawing = drawSlips(rows, today)
  return (
    <Picture
      name={words.slipsPicture}
      file={`slips-${today}`}
      width={slipSheet.width}
      least={640}
      height={drawing.height}
      told={rows.map((row) => slipWords(row, t)).join('; ')}
      linked
      legend={<Legend t={t} />}
      numbers={<SlipTable rows={rows} t={t} />}
      t={t}
    >
      <Scale drawing={drawing} words={words.keys.today} />
      {rows.map((row, at) => {
        const bar = drawing.bars[at]
        return bar ? <Bar key={row.milestoneId} row={row} bar={bar} t={t} /> : null
      })}
    </Picture>
  )
}

function Scale({ drawing: { height, ticks, today }, words }: { drawing: SlipDrawing; words: string }) {
  return (
    <g>
      {ticks.map(({ text, x }) => (
        <g key={text}>
          <path className="pic-grid" d={`M${x} ${slipSheet.top - 6}V${height}`} />
          <text className="pic-soft" x={x} y={14} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      <path className="pic-today" d={`M${today} ${slipSheet.top - 8}V${height}`} />
      <text className="pic-strong" x={today} y={slipSheet.top - 8} dy="2" textAnchor="middle">
        {words}
      </text>
    </g>
  )
}

const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

function Bar({ row, bar: { y, original, from, to }, t }: { row: SlipRow; bar: DrawnBar; t: Messages }) {
  const middle = y + 32
  return (
    <g>
      <path className="pic-grid" d={`M0 ${y}H${slipSheet.width}`} />
      <text className="pic-late pic-halo" x="0" y={y + 18}>
        {daysWords(row, t)}
      </text>
      <a href={`/projects/${row.code}#milestones`}>
        <title>{slipWords(row, t)}</title>
        <text className="pic-link pic-halo" x="86" y={y + 18} lang="zh-CN">
          {short(row.work, 26)}
          <tspan className="pic-soft" dx="10">
            {short(row.milestone, 14)}
          </tspan>
        </text>
      </a>
      {original === null ? null : (
        <>
          <path className="pic-moved" d={`M${original} ${middle}H${from}`} />
          <circle className="pic-before" cx={original} cy={middle} r="4" />
        </>
      )}
      <rect
        className={row.basis === 'forecast' ? 'pic-slip' : 'pic-slip-open'}
        x={from}
        y={middle - 4}
        width={Math.max(2, to - from)}
        height="8"
      />
      <rect className="pic-base" x={from - 1} y={middle - 7} width="2" height="14" />
    </g>
  )
}

function Legend({ t }: { t: Messages }) {
  const { keys } = t.outlook
  return (
    <ul className="pic-keys">
      <li>
        <svg width="14" height="12" aria-hidden="true">
          <circle className="pic-before" cx="6" cy="6" r="4" />
        </svg>
        {keys.original}
      </li>
      <li>
        <svg width="6" height="12" aria-hidden="true">
          <rect className="pic-base" x="1" width="2" height="12" />
        </svg>
        {keys.baseline}
      </li>
      <li>
        <svg width="20" height="12" aria-hidden="true">
          <rect className="pic-slip" width="20" height="12" />
        </svg>
        {keys.forecast}
      </li>
      <li>
        <svg width="20" height="12" aria-hidden="true">
          <rect className="pic-slip-open" width="20" height="12" />
        </svg>
        {keys.open}
      </li>
    </ul>
  )
}
