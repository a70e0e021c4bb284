import { type MatrixLine, matrixRowsAPage, yearMatrix } from '../../../db/queries/month-matrix'
import { yearOf } from '../../../domain/calendar'
import { dueMonth } from '../../../domain/duty'
import { fill, type Messages } from '../../../domain/messages'
import { matrixParams } from '../../../domain/months-params'
import { type SheetColumn, wordsColumn } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'
import { worksFilter } from '../../_lib/sheet-filter'
import { byPage } from '../../_lib/sheet-steps'

/** Works × the twelve months of a year: a word a month, and how many days late. */
export const GET = sheetGet(matrixParams.omit({ page: true }), ({ actor }, asked, { day, t }) => {
  const year = asked.year ?? yearOf(dueMonth(day))
  const { show, year: _year, ...filter } = asked
  const { months, total } = yearMatrix(actor, { ...asked, year }, day)
  return {
    title: fill(t.months.matrixCaption, { year }),
    day,
    filter: [...(show === 'gaps' ? [t.months.showGaps] : []), ...worksFilter(filter, { chains: {} }, t)],
    lines: [fill(t.exports.works, { works: total })],
    columns: columns(
      months.map(({ month }) => month),
      t,
    ),
    rows: byPage(matrixRowsAPage, (page) => yearMatrix(actor, { ...asked, year, page }, day).lines),
  }
})

function columns(months: readonly string[], t: Messages): SheetColumn<MatrixLine>[] {
  const { fields } = t.exports
  return [
    wordsColumn(fields.code, 10, ({ row }) => row.code),
    wordsColumn(fields.name, 30, ({ row }) => row.name),
    wordsColumn(fields.ownerName, 24, ({ row }) => row.ownerName),
    wordsColumn(fields.responsibleName, 20, ({ row }) => row.responsibleName),
    ...months.map((month, at) => wordsColumn<MatrixLine>(month, 10, ({ reports }) => said(reports[at] ?? null, t))),
  ]
}

function said(report: MatrixLine['reports'][number], t: Messages): string | null {
  if (report === null) return null
  const late = report.state === 'late' && report.lateDays > 0 ? ` ${fill(t.projects.lateDays, { days: report.lateDays })}` : ''
  return t.labels.reportStates[report.state] + late
}
