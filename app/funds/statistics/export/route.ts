import { besideList, statisticsAPage, unregisteredList } from '../../../../db/queries/statistics-investments'
import { statisticsParams } from '../../../../domain/fund-params'
import { sheetGet } from '../../../_lib/sheet-file'
import { told } from '../../../_lib/sheet-filter'
import { byPage } from '../../../_lib/sheet-steps'
import { tableGet } from '../../../_lib/sheet-tables'
import { besideWords } from '../beside-table'
import { statesWords } from '../unregistered-table'
import { besideColumns, unregisteredColumns } from './columns'

const params = statisticsParams.omit({ page: true })

/** The two tables of the page, each as it is shown. */
export const GET = tableGet('show', 'difference', {
  difference: sheetGet(params, ({ actor }, { month: asked }, { day, t }) => {
    const { month, sums } = besideList(actor, asked, 1)
    return {
      title: `${t.funds.statisticsTitle} ${t.funds.shows.difference}`,
      day,
      filter: told(t.funds.month, month, t),
      lines: month === null ? [t.funds.monthNone] : [besideWords(month, sums, t), t.exports.partialNote],
      columns: besideColumns(t),
      rows: byPage(statisticsAPage, (page) => besideList(actor, asked, page).rows),
    }
  }),
  registration: sheetGet(params, ({ actor }, _, { day, t }) => ({
    title: `${t.funds.statisticsTitle} ${t.funds.shows.registration}`,
    day,
    lines: [statesWords(unregisteredList(actor, day, 1).states, t)],
    columns: unregisteredColumns(t),
    rows: byPage(statisticsAPage, (page) => unregisteredList(actor, day, page).rows),
  })),
})
