import { monthNumber } from '../../domain/calendar'
import { fill, type Messages } from '../../domain/messages'
import { formatWan } from '../../domain/money'
import {
  apart,
  type CurveDrawing,
  type CurveLine,
  type CurveMonth,
  curveLines,
  drawCurve,
  type Fan,
  sheet,
} from '../../domain/picture/curve'
import { Picture } from './picture'
import { Table } from './table'

type Props = { name: string; file: string; months: readonly CurveMonth[]; fan: Fan | null; t: Messages }

/** Plan as it was first and as it is now (dashed), approved (solid), reported and not decided (pale), and where the year may end (a fan). */
export function SCurve({ name, file, months, fan, t }: Props) {
  const drawing = drawCurve(months, fan)
  const shown = curveLines.filter((line) => drawing.lines[line].points.length > 0)
  return (
    <Picture
      {...{ name, file, t }}
      width={sheet.width}
      height={sheet.height}
      told={toldOf(months, shown, fan, t)}
      legend={<Legend shown={shown} fan={fan !== null} t={t} />}
      numbers={<Numbers name={name} months={months} shown={shown} fan={fan} t={t} />}
    >
      <Axes drawing={drawing} />
      {drawing.fan ? <path className="pic-fan" d={drawing.fan.path} /> : null}
      {shown.map((line) => (
        <g key={line} className={`pic-line pic-${line}`}>
          <path d={drawing.lines[line].solid} />
          <path className="pic-gap" d={drawing.lines[line].gap} />
        </g>
      ))}
      {drawing.lines.reported.points.map(({ month, x, y }) => (
        <circle key={month} className="pic-dot-reported" cx={x} cy={y} r="4" />
      ))}
      <LastPoint drawing={drawing} />
      <Ends drawing={drawing} shown={shown} t={t} />
    </Picture>
  )
}

function Axes({ drawing }: { drawing: CurveDrawing }) {
  return (
    <g>
      {drawing.ticks.map(({ yuan, y }) => (
        <g key={yuan}>
          <path className="pic-grid" d={`M${sheet.left} ${y}H${sheet.width - sheet.right}`} />
          <text className="pic-soft" x={sheet.left - 8} y={y + 4} textAnchor="end">
            {wholeWan(yuan)}
          </text>
        </g>
      ))}
      {drawing.months.map(({ month, x }) => (
        <text key={month} className="pic-soft" x={x} y={sheet.height - 10} textAnchor="middle">
          {monthNumber(month)}
        </text>
      ))}
    </g>
  )
}

/** A round figure of the axis needs no decimals. */
const wholeWan = (yuan: number): string => formatWan(yuan).replace(/\.00$/, '')

function LastPoint({ drawing }: { drawing: CurveDrawing }) {
  const last = drawing.lines.approved.points.at(-1)
  if (!last) return null
  return (
    <g>
      <circle className="pic-dot" cx={last.x} cy={last.y} r="4.5" />
      <text className="pic-strong pic-halo" x={last.x} y={last.y - 10} textAnchor="end">
        {wholeWan(last.yuan)}
      </text>
    </g>
  )
}

/** What stands at the right edge: where the plans end, and the range. */
function Ends({ drawing, shown, t }: { drawing: CurveDrawing; shown: readonly CurveLine[]; t: Messages }) {
  const { lines, fan } = drawing
  const plans = (['original', 'adjusted'] as const).filter((line) => shown.includes(line))
  const ends = [
    ...plans.map((line) => ({
      key: line as string,
      look: 'pic-soft',
      text: `${t.outlook.lineShort[line]} ${wholeWan(lines[line].points.at(-1)?.yuan ?? 0)}`,
      y: lines[line].points.at(-1)?.y ?? 0,
    })),
    ...(fan
      ? [
          { ...fan.high, key: 'high' },
          { ...fan.low, key: 'low' },
        ]
      : []
    ).map(({ key, yuan, y }) => ({ key, look: 'pic-accent', text: wholeWan(yuan), y })),
  ]
  const places = apart(
    ends.map(({ y }) => y),
    15,
  )
  return (
    <g>
      {ends.map(({ key, look, text }, at) => (
        <text key={key} className={look} x={sheet.width - sheet.right + 6} y={(places[at] ?? 0) + 4}>
          {text}
        </text>
      ))}
    </g>
  )
}

function Legend({ shown, fan, t }: { shown: readonly CurveLine[]; fan: boolean; t: Messages }) {
  return (
    <ul className="pic-keys">
      {shown.map((line) => (
        <li key={line}>
          <svg width="26" height="10" aria-hidden="true">
            <g className={`pic-line pic-${line}`}>
              <path d="M1 5H25" />
            </g>
          </svg>
          {t.outlook.lines[line]}
        </li>
      ))}
      {fan ? (
        <li>
          <svg width="26" height="10" aria-hidden="true">
            <path className="pic-fan" d="M1 9L25 1V9Z" />
          </svg>
          {t.outlook.fan}
        </li>
      ) : null}
    </ul>
  )
}

function toldOf(months: readonly CurveMonth[], shown: readonly CurveLine[], fan: Fan | null, t: Messages): string {
  const words = t.outlook
  const rows = months
    .filter((row) => shown.some((line) => row[line] !== null))
    .map((row) => `${row.month}${t.common.colon}${shown.map((line) => `${words.lineShort[line]} ${formatWan(row[line])}`).join(', ')}`)
  const range = fan ? [fill(words.fanTold, { low: formatWan(fan.lowYuan), high: formatWan(fan.highYuan) })] : []
  return [...rows, ...range].join('; ')
}

type NumbersProps = Pick<Props, 'name' | 'months' | 'fan' | 't'> & { shown: readonly CurveLine[] }

function Numbers({ name, months, shown, fan, t }: NumbersProps) {
  const words = t.outlook
  const range = fan && fill(words.fanTold, { low: formatWan(fan.lowYuan), high: formatWan(fan.highYuan) })
  return (
    <Table
      caption={name}
      rows={months}
      keyOf={({ month }) => month}
      columns={[
        { key: 'month', head: words.month, card: 'title', cell: ({ month }) => month },
        ...shown.map((line) => ({
          key: line,
          head: words.lines[line],
          unit: t.common.wan,
          kind: 'figure' as const,
          cell: (row: CurveMonth) => formatWan(row[line]),
        })),
      ]}
      foot={range}
    />
  )
}
