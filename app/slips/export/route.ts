import { slips, slipsAPage } from '../../../db/queries/slips'
import { fill } from '../../../domain/messages'
import { slipParams } from '../../../domain/outlook-params'
import { sheetGet } from '../../_lib/sheet-file'
import { byPage } from '../../_lib/sheet-steps'
import { slipColumns } from './columns'

/** Every work with a milestone behind its plan, the furthest first. */
export const GET = sheetGet(slipParams.omit({ page: true }), ({ actor }, _, { day, t }) => ({
  title: t.outlook.slipsTitle,
  day,
  lines: [fill(t.outlook.slipsLead, { count: slips(actor, day, 1).total })],
  columns: slipColumns(t),
  rows: byPage(slipsAPage, (page) => slips(actor, day, page).rows),
}))
