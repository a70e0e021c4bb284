import { exportTemplate } from '../../../../db/queries/export-templates'
import { worksToExport } from '../../../../db/queries/export-works'
import { chainNames } from '../../../../db/queries/plan'
import { listTotals } from '../../../../db/queries/project-list'
import { yearOf } from '../../../../domain/calendar'
import { dueMonth } from '../../../../domain/duty'
import { listParams } from '../../../../domain/list-params'
import { fill } from '../../../../domain/messages'
import { sheetGet } from '../../../_lib/sheet-file'
import { worksFilter } from '../../../_lib/sheet-filter'
import { inSteps } from '../../../_lib/sheet-steps'
import { worksColumn } from '../../../_lib/sheet-works'

/** The library through a column set; the same works as the list shows, under the heads the other side asks for. */
export const GET = sheetGet(listParams, ({ actor }, filter, { day, t, path }) => {
  const template = exportTemplate(actor, path.id ?? '')
  const chains = chainNames()
  const year = yearOf(dueMonth(day))
  return {
    title: template.name,
    day,
    filter: worksFilter(filter, { chains }, t),
    lines: [
      ...(template.unconfirmed ? [t.exports.unconfirmedLine] : []),
      fill(t.exports.works, { works: listTotals(actor, filter).rows }) + t.exports.between + t.exports.partialNote,
    ],
    columns: template.columns.map((column) => worksColumn(column, { t, chains, year })),
    rows: inSteps((after) => worksToExport(actor, filter, year, after)),
  }
})
