import { type ApplicationItem, applicationList, applicationsAPage } from '../../../db/queries/register-applications'
import type { Messages } from '../../../domain/messages'
import { applicationParams } from '../../../domain/registers-params'
import { dayColumn, numberColumn, type SheetColumn, wordsColumn } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'
import { named, told } from '../../_lib/sheet-filter'
import { byPage } from '../../_lib/sheet-steps'

/** What was put forward for the province's and the city's lists, the latest first. */
export const GET = sheetGet(applicationParams.omit({ page: true }), ({ actor }, filter, { day, t }) => ({
  title: t.registers.applications,
  day,
  filter: [
    ...told(t.registers.level, named(t.registers.levels, filter.level), t),
    ...told(t.registers.year, filter.year === undefined ? null : String(filter.year), t),
    ...told(t.registers.result, named(t.registers.results, filter.result), t),
    ...told(t.exports.fields.code, filter.project, t),
  ],
  columns: columns(t),
  rows: byPage(applicationsAPage, (page) => applicationList(actor, { ...filter, page }).rows),
}))

function columns(t: Messages): SheetColumn<ApplicationItem>[] {
  const { registers: words, exports: out } = t
  return [
    wordsColumn(out.fields.code, 10, (row) => row.code),
    wordsColumn(out.sheets.work, 30, (row) => row.work),
    wordsColumn(words.level, 8, (row) => words.levels[row.level]),
    wordsColumn(words.list, 26, (row) => row.listName),
    numberColumn(words.year, null, (row) => row.year),
    dayColumn(words.submitted, (row) => row.submittedOn),
    wordsColumn(out.sheets.document, 20, (row) => row.documentNo),
    wordsColumn(words.result, 10, (row) => words.results[row.result]),
    dayColumn(words.resultDetail, (row) => row.resultOn),
    wordsColumn(words.resultDocument, 20, (row) => row.resultDocument),
    wordsColumn(out.sheets.remark, 30, (row) => row.remark),
  ]
}
