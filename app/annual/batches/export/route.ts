import { type BatchRow, batchPage, batchRowsAPage } from '../../../../db/queries/annual-batches'
import { batchParams } from '../../../../domain/annual-plan-params'
import { yearOf } from '../../../../domain/calendar'
import { fill, type Messages } from '../../../../domain/messages'
import { dayColumn, monthColumn, type SheetColumn, wordsColumn } from '../../../_lib/sheet-columns'
import { sheetGet } from '../../../_lib/sheet-file'
import { told } from '../../../_lib/sheet-filter'
import { byPage } from '../../../_lib/sheet-steps'

/** The works of one of the four batches of a year. */
export const GET = sheetGet(batchParams.omit({ page: true }), ({ actor }, asked, { day, t }) => {
  const { year = yearOf(day), batch = 'start' } = asked
  return {
    title: fill(t.annual.batchesTitle, { year }),
    day,
    filter: told(t.annual.batch, t.annual.batches[batch], t),
    lines: [t.annual.batchRule[batch]],
    columns: columns(t),
    rows: byPage(batchRowsAPage, (page) => batchPage(actor, { batch, year, page }, day)),
  }
})

function columns(t: Messages): SheetColumn<BatchRow>[] {
  const { annual: words, exports: out } = t
  return [
    wordsColumn(words.code, 10, (row) => row.code),
    wordsColumn(words.name, 30, (row) => row.name),
    wordsColumn(out.fields.ownerName, 24, (row) => row.ownerName),
    wordsColumn(out.fields.town, 12, (row) => row.town),
    wordsColumn(words.stage, 10, (row) => t.labels.stages[row.stage]),
    monthColumn(words.plannedMonth, (row) => row.planned),
    dayColumn(words.doneOn, (row) => row.doneOn),
    wordsColumn(words.batchState, 10, (row) => words.batchStates[row.state]),
  ]
}
