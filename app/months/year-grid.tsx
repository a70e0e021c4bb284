import type { MatrixMonth, YearMatrix } from '../../db/queries/month-matrix'
import { type MonthReport, type ReportState, reportStates } from '../../domain/duty'
import { fill, type Messages } from '../../domain/messages'
import { projectHref } from '../../domain/project-params'
import { type MatrixCell, MonthMatrix } from '../_components/month-matrix'

type Props = { matrix: YearMatrix; year: number; t: Messages }

/** Works × twelve months, and under it what the whole county's months add up to. */
export function YearGrid({ matrix, year, t }: Props) {
  const words = t.months
  return (
    <div className="year-grid">
      <MonthMatrix
        caption={fill(words.matrixCaption, { year })}
        months={matrix.months.map(({ month }) => month)}
        rows={matrix.lines.map(({ row, reports }) => ({
          key: row.code,
          name: (
            <span lang="zh-CN">
              <a href={projectHref(row.code, 'months', 'months')}>{row.name}</a>{' '}
              <span className="soft small">{row.ownerName ?? row.responsibleName}</span>
            </span>
          ),
          cells: reports.map((report) => cellOf(report, t)),
        }))}
        t={t}
      />
      <MonthSums months={matrix.months} t={t} />
    </div>
  )
}

/** How late, or until when: what the mark alone does not say. */
function cellOf(report: MonthReport | null, t: Messages): MatrixCell | null {
  if (!report) return null
  const { state, lateDays, dueOn } = report
  if (state === 'late' && lateDays > 0) return { state, note: fill(t.projects.lateDays, { days: lateDays }) }
  return state === 'due' || state === 'missing' ? { state, note: fill(t.projects.dueBy, { day: dueOn }) } : { state }
}

const summed: readonly ReportState[] = reportStates.filter((state) => state !== 'not-due' && state !== 'before-reporting')

function MonthSums({ months, t }: { months: readonly MatrixMonth[]; t: Messages }) {
  const words = t.months
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it is scrolled, by keyboard too
    <section className="month-sums-frame" aria-label={words.sumRow} tabIndex={0}>
      <table className="month-sums">
        <caption>{words.sumRow}</caption>
        <thead>
          <tr>
            <td />
            {months.map(({ month }) => (
              <th key={month} scope="col" title={month}>
                {Number(month.slice(5))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {summed.map((state) => (
            <tr key={state}>
              <th scope="row">{t.labels.reportStates[state]}</th>
              {months.map((month) => (
                <td key={month.month}>{sumOf(month, state, words.sumUnknown)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function sumOf({ counts, over }: MatrixMonth, state: ReportState, why: string) {
  if (counts) return counts[state] ?? 0
  return over ? (
    <span className="unknown" role="img" title={why} aria-label={why}>
      —
    </span>
  ) : null
}
