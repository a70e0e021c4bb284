import type { ReactNode } from 'react'
import type { Month } from '../../domain/calendar'
import { type ReportState, reportStates } from '../../domain/duty'
import type { Messages } from '../../domain/messages'
import { type PlainNode, type PlainRow, plainNode } from './plain-rows'
import { TableRows } from './table-rows'

export type MatrixCell = { state: ReportState; note?: string }
type Row = { key: string | number; name: ReactNode; cells: readonly (MatrixCell | null)[] }

/** Who has reported: a row a work or unit, a column a month; shape, colour and a character, the words on hover and for a screen reader. */
export function MonthMatrix({
  caption,
  months,
  rows,
  t,
}: {
  caption: string
  months: readonly Month[]
  rows: readonly Row[]
  t: Messages
}) {
  return (
    <>
      <table className="matrix">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <td />
            {months.map((month) => (
              <th key={month} scope="col" title={month}>
                {Number(month.slice(5))}
              </th>
            ))}
          </tr>
        </thead>
        <TableRows rows={JSON.stringify(rows.map((row) => plainRow(row, months, t)))} />
      </table>
      <MatrixLegend t={t} />
    </>
  )
}

/** Hundreds of marks, of which none works in the browser by itself, are sent as data (table-rows.tsx). */
const plainRow = ({ key, name, cells }: Row, months: readonly Month[], t: Messages): PlainRow => [
  key,
  ['th', { scope: 'row' }, plainNode(name)],
  ...cells.map((cell, index) => plainCell(cell, months[index] ?? '', t)),
]

/** The whole cell is the mark's name on hover; the mark itself says it to a screen reader. */
function plainCell(cell: MatrixCell | null, month: Month, t: Messages): PlainNode {
  if (!cell) return ['td', null]
  const words = `${month} ${t.labels.reportStates[cell.state]}${cell.note ? ` ${cell.note}` : ''}`
  const props = { className: `mark mark-${cell.state}`, role: 'img', 'aria-label': words }
  return ['td', { title: words }, ['span', props, t.labels.reportMarks[cell.state]]]
}

export function MatrixLegend({ t }: { t: Messages }) {
  return (
    <ul className="legend" aria-label={t.common.matrixLegend}>
      {reportStates.map((state) => (
        <li key={state}>
          <span className={`mark mark-${state}`} aria-hidden="true">
            {t.labels.reportMarks[state]}
          </span>
          {t.labels.reportStates[state]}
        </li>
      ))}
    </ul>
  )
}
