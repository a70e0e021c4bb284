import type { SlipRow } from '../../db/queries/slips'
import { fill, type Messages } from '../../domain/messages'

/** Without a forecast a work is late by at least what has gone by. */
export const daysWords = ({ basis, days }: Pick<SlipRow, 'basis' | 'days'>, { outlook }: Messages): string =>
  fill(basis === 'open' ? outlook.slipAtLeast : outlook.slipDays, { days })

/** A bar in a sentence. */
export function slipWords(row: SlipRow, t: Messages): string {
  const { slipTold, slipEnd } = t.outlook
  const end = fill(slipEnd[row.basis], { day: row.endOn })
  return fill(slipTold, { work: row.work, milestone: row.milestone, baseline: row.baselineOn, end, days: daysWords(row, t) })
}
