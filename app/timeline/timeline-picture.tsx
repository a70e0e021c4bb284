import type { TimelineRow } from '../../db/queries/timeline'
import type { Day } from '../../domain/calendar'
import { fill, type Messages } from '../../domain/messages'
import {
  type DrawnRow,
  drawTimeline,
  markDay,
  markKinds,
  type TimelineDrawing,
  type TimelineWindow,
  timelineSheet,
} from '../../domain/picture/timeline'
import { Picture } from '../_components/picture'
import { Table } from '../_components/table'
import { Mark } from './mark'
import { milestoneWords } from './mark-words'

type Props = { rows: readonly TimelineRow[]; window: TimelineWindow; today: Day; t: Messages }

/** A line a work with all its milestones that lie in the window; how many lie outside is said at the ends. */
export function TimelinePicture({ rows, window, today, t }: Props) {
  const words = t.outlook
  const drawing = drawTimeline(
    rows.map(({ milestones }) => milestones),
    window,
    today,
  )
  const name = fill(words.timelinePicture, { from: window.from, to: window.lastDay })
  return (
    <Picture
      name={name}
      file={`timeline-${window.from}-${window.lastDay}`}
      width={timelineSheet.width}
      least={1180}
      phone={1420}
      height={drawing.height}
      told={rows.map(({ work, milestones }) => `${work} ${milestones.length}`).join('; ')}
      linked
      legend={<Legend t={t} />}
      numbers={<Numbers name={name} rows={rows} today={today} t={t} />}
      t={t}
    >
      <Scale drawing={drawing} words={words.keys.today} />
      {rows.map((row, at) => {
        const drawn = drawing.rows[at]
        return drawn ? <Line key={row.code} row={row} drawn={drawn} today={today} t={t} /> : null
      })}
    </Picture>
  )
}

function Scale({ drawing: { height, ticks, today }, words }: { drawing: TimelineDrawing; words: string }) {
  return (
    <g>
      {ticks.map(({ text, year, x }) => (
        <g key={x}>
          <path className={year ? 'pic-rule' : 'pic-grid'} d={`M${x} 8V${height}`} />
          <text className={year ? 'pic-strong' : 'pic-soft'} x={x + 4} y="16">
            {text}
          </text>
        </g>
      ))}
      {today === null ? null : (
        <>
          <path className="pic-today" d={`M${today} 22V${height}`} />
          <text className="pic-strong" x={today} y="33" textAnchor="middle">
            {words}
          </text>
        </>
      )}
    </g>
  )
}

const short = (text: string): string => (text.length > 15 ? `${text.slice(0, 14)}…` : text)

function Line({ row, drawn: { y, marks, before, after }, today, t }: { row: TimelineRow; drawn: DrawnRow; today: Day; t: Messages }) {
  const words = t.outlook
  const middle = y + timelineSheet.row / 2
  return (
    <g>
      <path className="pic-grid" d={`M0 ${y}H${timelineSheet.width}`} />
      <a href={`/projects/${row.code}#milestones`} lang="zh-CN">
        <title>{row.work}</title>
        <text x="0" y={middle + 4}>
          {short(row.work)}
        </text>
      </a>
      {before > 0 ? (
        <text className="pic-soft" x={timelineSheet.left - 6} y={middle + 4} textAnchor="end">
          <title>{fill(words.outsideBefore, { count: before })}</title>
          {`‹${before}`}
        </text>
      ) : null}
      {after > 0 ? (
        <text className="pic-soft" x={timelineSheet.width - timelineSheet.right + 8} y={middle + 4}>
          <title>{fill(words.outsideAfter, { count: after })}</title>
          {`${after}›`}
        </text>
      ) : null}
      {marks.map(({ milestone, kind, x, forecastX }) => (
        <g key={milestone.id} lang="zh-CN">
          <title>{milestoneWords(milestone, today, t)}</title>
          {forecastX === null ? null : (
            <>
              <path className="pic-stretch" d={`M${x} ${middle}H${forecastX}`} />
              <Mark kind="forecast" x={forecastX} y={middle} />
            </>
          )}
          <Mark kind={kind} x={x} y={middle} />
        </g>
      ))}
    </g>
  )
}

function Legend({ t }: { t: Messages }) {
  return (
    <ul className="pic-keys">
      {markKinds.map((kind) => (
        <li key={kind}>
          <svg width="16" height="18" aria-hidden="true">
            <Mark kind={kind} x={8} y={9} />
          </svg>
          {t.outlook.marks[kind]}
        </li>
      ))}
    </ul>
  )
}

function Numbers({ name, rows, today, t }: { name: string; rows: readonly TimelineRow[]; today: Day; t: Messages }) {
  const heads = t.outlook.timelineColumns
  return (
    <Table
      caption={name}
      rows={rows}
      keyOf={({ code }) => code}
      columns={[
        {
          key: 'work',
          head: heads.work,
          card: 'title',
          cell: ({ code, work }) => (
            <a href={`/projects/${code}#milestones`} lang="zh-CN">
              {work}
            </a>
          ),
        },
        { key: 'milestones', head: heads.milestones, card: 'full', cell: ({ milestones }) => wordsOf(milestones, today, t) },
      ]}
    />
  )
}

const wordsOf = (milestones: TimelineRow['milestones'], today: Day, t: Messages): string =>
  milestones
    .filter((milestone) => markDay(milestone) !== null)
    .map((milestone) => milestoneWords(milestone, today, t))
    .join('; ')
