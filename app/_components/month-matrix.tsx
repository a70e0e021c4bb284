import type { ReactNode } from 'react'
import type { Month } from '../../domain/calendar'
import { type ReportState, reportStates } from '../../domain/duty'
import type { Messages } from '../../domain/messages'
import { Still } from './still'

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
        <Still as="tbody">
          {rows.map(({ key, name, cells }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => markCell(cell, months[index] ?? '', t))}
            </tr>
          ))}
        </Still>
      </table>
      <MatrixLegend t={t} />
    </>
  )
}

/** The whole cell is the mark's name on hover; the mark itself says it to a screen reader. */
function markCell(cell: MatrixCell | null, month: Month, t: Messages) {
  if (!cell) return <td key={month} />
  const words = `${month} ${t.labels.reportStates[cell.state]}${cell.note ? ` ${cell.note}` : ''}`
  return (
    <td key={month} title={words}>
      <span className={`mark mark-${cell.state}`} role="img" aria-label={words}>
        {t.labels.reportMarks[cell.state]}
      </span>
    </td>
  )
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
