import { type RoundItem, roundList, roundsAPage } from '../../../db/queries/rounds'
import { noParameters } from '../../../domain/api/parameters'
import type { Messages } from '../../../domain/messages'
import { dayColumn, numberColumn, type SheetColumn, wordsColumn } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'
import { byPage } from '../../_lib/sheet-steps'

/** The rounds a reader may know of, the latest quarter first. */
export const GET = sheetGet(noParameters, ({ actor }, _, { day, t }) => ({
  title: t.rounds.title,
  day,
  columns: columns(t),
  rows: byPage(roundsAPage, (page) => roundList(actor, page).rows),
}))

function columns(t: Messages): SheetColumn<RoundItem>[] {
  const { rounds: words, labels } = t
  return [
    wordsColumn(words.quarter, 9, (row) => row.quarter),
    wordsColumn(words.round, 36, (row) => row.title),
    wordsColumn(words.kind, 12, (row) => labels.roundKinds[row.kind]),
    wordsColumn(words.announcement, 12, (row) => (row.announced ? words.announced : words.unannounced)),
    dayColumn(words.fromDay, (row) => row.fromDay),
    dayColumn(words.toDay, (row) => row.toDay),
    wordsColumn(words.state, 12, (row) => labels.roundStates[row.state]),
    numberColumn(words.works, null, (row) => row.works),
    wordsColumn(t.exports.sheets.remark, 24, (row) => (row.whole ? null : words.notWhole)),
    numberColumn(words.visited, null, (row) => row.visited),
    numberColumn(words.findingsOpen, null, (row) => row.findingsOpen),
  ]
}
