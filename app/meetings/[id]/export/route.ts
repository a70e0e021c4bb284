import { meetingView } from '../../../../db/queries/meeting-view'
import { noParameters } from '../../../../domain/api/parameters'
import { fill } from '../../../../domain/messages'
import { idOf } from '../../../_lib/query'
import { sheetGet } from '../../../_lib/sheet-file'
import { itemColumns } from './columns'

/** The list of one meeting, as it is read out. */
export const GET = sheetGet(noParameters, ({ actor }, _, { day, t, path }) => {
  const { title, kind, heldOn, place, items } = meetingView(actor, idOf(path.id ?? ''))
  const words = t.desk.meetings
  const open = items.filter(({ state }) => state === 'open').length
  const held = [fill(words.viewLead, { kind: words.kinds[kind], day: heldOn }), ...(place ? [fill(words.placeIs, { place })] : [])]
  return {
    title,
    day,
    lines: [[...held, fill(words.itemsOf, { items: items.length, open })].join(t.exports.between)],
    columns: itemColumns(day, t),
    rows: items,
  }
})
