import type { UnitAgreement } from '../../../../db/queries/agreement'
import type { Quarter } from '../../../../domain/calendar'
import type { Messages } from '../../../../domain/messages'
import { numberColumn, type SheetColumn, wordsColumn } from '../../../_lib/sheet-columns'

/** Counts, and no share: what nothing could be compared of has none. */
export function agreementColumns(quarter: Quarter | null, t: Messages): SheetColumn<UnitAgreement>[] {
  const words = t.seen.agreement
  return [
    wordsColumn(words.quarter, 10, () => quarter),
    wordsColumn(words.unit, 30, ({ unit }) => unit ?? words.noUnit),
    numberColumn(words.works, null, ({ works }) => works),
    numberColumn(t.exports.sheets.compared, null, ({ compared }) => compared),
    numberColumn(t.exports.sheets.agreeing, null, ({ agrees }) => agrees),
    numberColumn(words.differing, null, ({ differs }) => differs),
    numberColumn(words.unchecked, null, ({ unchecked }) => unchecked),
  ]
}
