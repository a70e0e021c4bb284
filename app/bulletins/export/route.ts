import { type BulletinItem, bulletinList } from '../../../db/queries/bulletins'
import { noParameters } from '../../../domain/api/parameters'
import type { Messages } from '../../../domain/messages'
import { dayColumn, type SheetColumn, wordsColumn } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'

/** The bulletins a reader may open; of a unit, those that speak of its works. */
export const GET = sheetGet(noParameters, ({ actor }, _, { day, t }) => ({
  title: t.bulletins.listCaption,
  day,
  columns: columns(t),
  rows: bulletinList(actor),
}))

function columns(t: Messages): SheetColumn<BulletinItem>[] {
  const words = t.bulletins
  return [
    wordsColumn(words.columnNumber, 22, (row) => row.number),
    wordsColumn(t.exports.more.kind, 10, (row) => t.labels.bulletinKinds[row.kind]),
    wordsColumn(words.columnState, 10, (row) => t.labels.bulletinStates[row.state]),
    wordsColumn(words.columnTitle, 44, (row) => row.title),
    wordsColumn(words.columnRound, 30, (row) => row.round),
    wordsColumn(t.rounds.quarter, 9, (row) => row.quarter),
    dayColumn(words.columnDay, (row) => row.day),
  ]
}
