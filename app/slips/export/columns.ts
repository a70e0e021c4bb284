import type { SlipRow } from '../../../db/queries/slips'
import type { Messages } from '../../../domain/messages'
import { dayColumn, numberColumn, type SheetColumn, wordsColumn } from '../../_lib/sheet-columns'

/** Plan and forecast as days, the slip as a count of days; without a forecast it is at least that many, and says so. */
export function slipColumns(t: Messages): SheetColumn<SlipRow>[] {
  const { slipColumns: heads, slipNoForecast } = t.outlook
  const { fields, sheets } = t.exports
  return [
    wordsColumn(fields.code, 10, (row) => row.code),
    wordsColumn(heads.work, 30, (row) => row.work),
    wordsColumn(fields.responsibleName, 24, (row) => row.unit),
    wordsColumn(heads.milestone, 24, (row) => row.milestone),
    dayColumn(heads.original, (row) => row.originalOn),
    dayColumn(heads.baseline, (row) => row.baselineOn),
    dayColumn(heads.end, (row) => (row.basis === 'forecast' ? row.endOn : null)),
    numberColumn(heads.days, sheets.days, (row) => row.days),
    numberColumn(heads.fromOriginal, sheets.days, (row) => row.fromOriginal),
    wordsColumn(sheets.bound, 18, (row) => (row.basis === 'open' ? `≥ ${slipNoForecast}` : null)),
    numberColumn(heads.slipping, null, (row) => row.slipping),
    wordsColumn(sheets.light, 8, (row) => t.labels.lightLevels[row.light]),
  ]
}
