import { type MeetingLine, meetingList } from '../../../db/queries/meetings'
import { meetingParams, meetingsAPage } from '../../../domain/meeting-params'
import type { Messages } from '../../../domain/messages'
import { dayColumn, numberColumn, type SheetColumn, wordsColumn } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'
import { named, told } from '../../_lib/sheet-filter'
import { byPage } from '../../_lib/sheet-steps'

/** The dispatch meetings, the latest first, with how much of each list is open. */
export const GET = sheetGet(meetingParams.omit({ page: true }), ({ actor }, { kind }, { day, t }) => ({
  title: t.desk.meetings.title,
  day,
  filter: told(t.desk.meetings.kind, named(t.desk.meetings.kinds, kind), t),
  columns: columns(t),
  rows: byPage(meetingsAPage, (page) => meetingList(actor, kind, page).rows),
}))

function columns(t: Messages): SheetColumn<MeetingLine>[] {
  const words = t.desk.meetings
  return [
    wordsColumn(words.name, 36, (row) => row.title),
    wordsColumn(words.kind, 12, (row) => words.kinds[row.kind]),
    dayColumn(words.heldOn, (row) => row.heldOn),
    wordsColumn(words.place, 20, (row) => row.place),
    wordsColumn(words.state, 10, (row) => words.states[row.state]),
    numberColumn(words.items, null, (row) => row.items),
    numberColumn(words.open, null, (row) => row.open),
    numberColumn(words.carriedHead, null, (row) => row.carried),
  ]
}
