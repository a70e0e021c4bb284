import { indicatorMatrix } from '../../../../db/queries/indicators'
import { noParameters } from '../../../../domain/api/parameters'
import { fill } from '../../../../domain/messages'
import { sheetGet } from '../../../_lib/sheet-file'
import { coverageOf } from '../coverage'
import { indicatorColumns } from './columns'

/** Indicators × years. */
export const GET = sheetGet(noParameters, ({ actor }, _, { day, t }) => {
  const matrix = indicatorMatrix(actor, day)
  return {
    title: t.exports.lists.indicatorValues.name,
    day,
    lines: [fill(t.evaluation.indicatorsLead, coverageOf(matrix))],
    columns: indicatorColumns(matrix, t),
    rows: matrix.rows,
  }
})
