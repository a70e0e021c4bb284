import { type BidItem, bidChoices, bidRegister, bidsAPage } from '../../../../db/queries/register-bids'
import type { Messages } from '../../../../domain/messages'
import { bidParams } from '../../../../domain/registers-params'
import { dayColumn, type SheetColumn, wanColumn, wordsColumn } from '../../../_lib/sheet-columns'
import { sheetGet } from '../../../_lib/sheet-file'
import { named, told } from '../../../_lib/sheet-filter'
import { byPage } from '../../../_lib/sheet-steps'

/** What was tried to win of the four policies, the latest first. */
export const GET = sheetGet(bidParams.omit({ page: true }), ({ actor }, filter, { day, t }) => {
  const rows = byPage(bidsAPage, (page) => bidRegister(actor, { ...filter, page }).rows)
  const names = Object.fromEntries(bidChoices().map(({ code, name }) => [code, name]))
  return {
    title: t.registers.bidRecords,
    day,
    filter: [
      ...told(t.registers.bid, named(names, filter.bid), t),
      ...told(t.registers.result, named(t.registers.results, filter.result), t),
    ],
    columns: columns(names, t),
    rows,
  }
})

function columns(names: Record<string, string>, t: Messages): SheetColumn<BidItem>[] {
  const { registers: words, exports: out } = t
  return [
    wordsColumn(words.bid, 30, (row) => named(names, row.bidCode)),
    wordsColumn(words.bidTitle, 30, (row) => row.title),
    wordsColumn(words.addressee, 20, (row) => row.addressee),
    wordsColumn(words.unit, 24, (row) => row.unitThen ?? row.unit),
    dayColumn(words.submitted, (row) => row.submittedOn),
    wordsColumn(out.sheets.document, 20, (row) => row.documentNo),
    wordsColumn(words.result, 10, (row) => words.results[row.result]),
    dayColumn(words.resultDetail, (row) => row.resultOn),
    wordsColumn(words.resultDocument, 20, (row) => row.resultDocument),
    wanColumn(words.amount, t, (row) => row.amountYuan),
    wordsColumn(out.sheets.remark, 30, (row) => row.remark),
  ]
}
