import { differencesAPage, openDifferencesList } from '../../../db/queries/differences'
import { fill } from '../../../domain/messages'
import { differenceParams } from '../../../domain/seen-input'
import { sheetGet } from '../../_lib/sheet-file'
import { told } from '../../_lib/sheet-filter'
import { byPage } from '../../_lib/sheet-steps'
import { differenceColumns } from './columns'

/** The desk as its filter shows it. */
export const GET = sheetGet(differenceParams.omit({ page: true }), ({ actor }, { show = 'open', project }, { day, t }) => {
  const words = t.seen.differences
  const { counts } = openDifferencesList(actor, { page: 1, show, project })
  return {
    title: words.title,
    day,
    filter: [...told(words.state, words.shows[show], t), ...told(t.exports.fields.code, project, t)],
    lines: [fill(words.lead, counts)],
    columns: differenceColumns(t),
    rows: byPage(differencesAPage, (page) => openDifferencesList(actor, { page, show, project }).rows),
  }
})
