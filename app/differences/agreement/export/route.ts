import { agreement, unitsAPage } from '../../../../db/queries/agreement'
import { agreementParams } from '../../../../domain/seen-input'
import { sheetGet } from '../../../_lib/sheet-file'
import { told } from '../../../_lib/sheet-filter'
import { byPage } from '../../../_lib/sheet-steps'
import { agreementColumns } from './columns'

/** How far told and seen agree, by unit of one quarter, in order of names. */
export const GET = sheetGet(agreementParams.omit({ page: true }), ({ actor }, { quarter = null }, { day, t }) => {
  const chosen = agreement(actor, { quarter, page: 1 }).quarter
  return {
    title: t.seen.agreement.title,
    day,
    filter: told(t.seen.agreement.quarter, chosen, t),
    lines: [t.seen.agreement.lead],
    columns: agreementColumns(chosen, t),
    rows: byPage(unitsAPage, (page) => agreement(actor, { quarter, page }).units),
  }
})
