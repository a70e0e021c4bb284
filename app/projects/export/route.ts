import { worksToExport } from '../../../db/queries/export-works'
import { libraryPeriods, ofPeriod } from '../../../db/queries/library-period'
import { chainNames } from '../../../db/queries/plan'
import { listFacets } from '../../../db/queries/project-facets'
import { listTotals } from '../../../db/queries/project-list'
import { yearOf } from '../../../domain/calendar'
import { dueMonth } from '../../../domain/duty'
import { listParams } from '../../../domain/list-params'
import { fill } from '../../../domain/messages'
import { totalLine } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'
import { worksFilter } from '../../_lib/sheet-filter'
import { inSteps } from '../../_lib/sheet-steps'
import { libraryColumns } from '../../_lib/sheet-works'

/** The library as its filter shows it, in the order of the codes. */
export const GET = sheetGet(listParams, ({ actor }, asked, { day, t }) => {
  const filter = ofPeriod(actor, asked, day)
  const periods = libraryPeriods(actor, day)?.all
  const chains = chainNames()
  const year = yearOf(dueMonth(day))
  const rows = inSteps((after) => worksToExport(actor, filter, year, after))
  const totals = listTotals(actor, filter)
  const { planYuan, totalYuan, approvedYuan } = t.exports.fields
  return {
    title: actor.role === 'owner' ? t.projects.ownTitle : t.projects.title,
    day,
    filter: worksFilter(filter, { chains, periods, ...(filter.owner ? { owners: listFacets(actor, filter).owner } : {}) }, t),
    lines: [
      [
        fill(t.exports.works, { works: totals.rows }),
        totalLine(planYuan, totals.plan, t),
        totalLine(totalYuan, totals.total, t),
        totalLine(approvedYuan, totals.approved, t),
      ].join(t.exports.between),
      t.exports.partialNote,
    ],
    columns: libraryColumns({ t, chains, year }),
    rows,
  }
})
