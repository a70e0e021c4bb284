import { type AnnualRow, annualRows } from '../../../db/queries/annual-list'
import { annualCells } from '../../../db/queries/annual-totals'
import { chainNames } from '../../../db/queries/plan'
import { annualParams } from '../../../domain/annual-plan-params'
import { isShown, yearTotals } from '../../../domain/annual-plan-totals'
import { yearOf } from '../../../domain/calendar'
import { fill } from '../../../domain/messages'
import { totalLine } from '../../_lib/sheet-columns'
import { sheetGet } from '../../_lib/sheet-file'
import { named, told, worksFilter } from '../../_lib/sheet-filter'
import { inPlaces } from '../../_lib/sheet-steps'
import { annualColumns } from './columns'

const rowsAStep = 100

/** The year's works as the filter shows them, with their plans. */
export const GET = sheetGet(annualParams.omit({ page: true }), ({ actor }, asked, { day, t }) => {
  const year = asked.year ?? yearOf(day)
  const chains = chainNames()
  const { show, level, ...filter } = asked
  const rows = inPlaces<AnnualRow, string>(
    (after) => annualRows(actor, { ...asked, year }, after, rowsAStep),
    ({ code }) => code,
  )
  const totals = yearTotals(annualCells(actor, { ...filter, level, year }).filter(isShown(show)))
  const levels = { ...t.labels.projectLevels, none: t.annual.levelNone }
  return {
    title: fill(t.annual.title, { year }),
    day,
    filter: [
      ...told(t.exports.sheets.planState, named(t.annual.shows, show), t),
      ...told(t.exports.fields.level, named(levels, level), t),
      ...worksFilter(filter, { chains }, t),
    ],
    lines: [
      [
        fill(t.exports.works, { works: totals.works }),
        totalLine(fill(t.exports.fields.annualPlanYuan, { year }), totals.plan, t),
        totalLine(t.exports.sheets.original, totals.original, t),
        totalLine(t.exports.fields.yearToDateYuan, totals.approved, t),
      ].join(t.exports.between),
      t.exports.partialNote,
    ],
    columns: annualColumns(year, chains, t),
    rows,
  }
})
