import { roundSheet } from '../../../../db/queries/round-sheet'
import { roundWorksAPage } from '../../../../db/queries/round-works'
import { noParameters } from '../../../../domain/api/parameters'
import { idOf } from '../../../_lib/query'
import { sheetGet } from '../../../_lib/sheet-file'
import { byPage } from '../../../_lib/sheet-steps'
import { roundColumns } from './columns'

/** The works of one round with the supervisors' rating, what was compared on site, and what was found. */
export const GET = sheetGet(noParameters, ({ actor }, _, { day, t, path }) => {
  const id = idOf(path.id ?? '')
  const { round, whole } = roundSheet(actor, id, 1)
  const { title, quarter, kind, state } = round
  return {
    title,
    day,
    lines: [
      [quarter, t.labels.roundKinds[kind], t.labels.roundStates[state]].join(t.exports.between),
      ...(whole ? [] : [t.rounds.notWhole]),
    ],
    columns: roundColumns(whole, t),
    rows: byPage(roundWorksAPage, (page) => roundSheet(actor, id, page).rows),
  }
})
