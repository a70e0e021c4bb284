import { unitFacts, unitsAPage } from '../../../../db/queries/unit-facts'
import { yearOf } from '../../../../domain/calendar'
import { unitFactsParams } from '../../../../domain/evaluation-input'
import { fill } from '../../../../domain/messages'
import { sheetGet } from '../../../_lib/sheet-file'
import { byPage } from '../../../_lib/sheet-steps'
import { shownYear } from '../years'
import { unitColumns } from './columns'

/** A year's facts of every unit, in order of names. */
export const GET = sheetGet(unitFactsParams, ({ actor }, { year: asked }, { day, t }) => {
  const year = shownYear(asked, yearOf(day))
  return {
    title: fill(t.evaluation.unitsCaption, { year }),
    day,
    lines: [t.evaluation.unitsLead, t.exports.partialNote],
    columns: unitColumns(t),
    rows: byPage(unitsAPage, (page) => unitFacts(actor, year, page, day).rows),
  }
})
