import { responsibilityList } from '../../../../db/queries/responsibilities'
import { noParameters } from '../../../../domain/api/parameters'
import { fill } from '../../../../domain/messages'
import { sheetGet } from '../../../_lib/sheet-file'
import { answeredColumns } from './columns'

/** Chains' targets, indicators and boxes with who answers for each, and who did. */
export const GET = sheetGet(noParameters, ({ actor }, _, { day, t }) => {
  const { rows } = responsibilityList(actor)
  const known = rows.filter(({ now }) => now !== null).length
  return {
    title: t.evaluation.responsibilities,
    day,
    lines: [fill(t.evaluation.responsibilitiesLead, { known, all: rows.length })],
    columns: answeredColumns(t),
    rows,
  }
})
