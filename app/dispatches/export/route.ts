import { type DispatchItem, dispatchList } from '../../../db/queries/dispatches'
import { noParameters } from '../../../domain/api/parameters'
import { dispatchesAPage } from '../../../domain/dispatch-input'
import type { Messages } from '../../../domain/messages'
import { dayColumn, monthColumn, numberColumn, type SheetColumn, wordsColumn } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'
import { byPage } from '../../_lib/sheet-steps'

/** The dispatches one may read, the latest month first. */
export const GET = sheetGet(noParameters, ({ actor }, _, { day, t }) => ({
  title: t.dispatch.title,
  day,
  columns: columns(t),
  rows: byPage(dispatchesAPage, (page) => dispatchList(actor, page).rows),
}))

function columns(t: Messages): SheetColumn<DispatchItem>[] {
  const [words, own] = [t.bulletins, t.dispatch]
  return [
    monthColumn(own.columnPeriod, ({ period }) => period),
    wordsColumn(words.columnState, 12, ({ state }) => t.labels.bulletinStates[state]),
    wordsColumn(words.columnTitle, 40, ({ title }) => title),
    wordsColumn(words.columnNumber, 18, ({ number }) => number),
    numberColumn(t.exports.sheets.revision, null, ({ revision }) => revision),
    dayColumn(words.columnDay, ({ day }) => day),
  ]
}
