import { comparedParts, comparedRowsAPage, comparedWorks, comparePeriods } from '../../../db/queries/compare'
import { planChains } from '../../../db/queries/plan'
import { found } from '../../../domain/errors'
import { fill } from '../../../domain/messages'
import { comparedFile } from '../../../domain/months-params'
import { sheetGet } from '../../_lib/sheet-file'
import { byPage, inTurn } from '../../_lib/sheet-steps'
import { tableGet } from '../../_lib/sheet-tables'
import { groupName } from '../change-words'
import { comparedColumns, sumColumns, sumRows } from './columns'

/** What entered, left and changed, work by work; or the parts of the sums, of all works and by group. */
export const GET = tableGet('table', 'works', {
  works: sheetGet(comparedFile, ({ actor }, { from = '', to = '' }, { day, t }) => {
    const { counts } = found(comparePeriods(actor, from, to))
    const rows = comparedParts.map((part) => byPage(comparedRowsAPage, (page) => comparedWorks(actor, { from, to }, part, page)))
    return {
      title: fill(t.months.bridge, { from, to }),
      day,
      lines: [
        [
          fill(t.months.entered, { count: counts.entered }),
          fill(t.months.left, { count: counts.left }),
          fill(t.months.changed, { count: counts.changed }),
        ].join(t.exports.between),
      ],
      columns: comparedColumns({ from, to }, planChains(), t),
      rows: inTurn(rows),
    }
  }),
  sums: sheetGet(comparedFile, ({ actor }, { from = '', to = '', by = 'sector' }, { day, t }) => {
    const { totals, groups } = found(comparePeriods(actor, from, to, { by }))
    const chains = planChains()
    return {
      title: `${fill(t.months.bridge, { from, to })} ${t.months.groupedBy[by]}`,
      day,
      lines: [t.months.bridgeHead],
      columns: sumColumns(t),
      rows: [...sumRows([totals], () => t.months.by.all), ...sumRows(groups, (key) => groupName(by, key, chains, t))],
    }
  }),
})
