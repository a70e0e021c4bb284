import { indicators } from '../../../../db/queries/plan'
import { noParameters } from '../../../../domain/api/parameters'
import type { Messages } from '../../../../domain/messages'
import type { PlanIndicator } from '../../../../domain/plan'
import { numberColumn, type SheetColumn, wordsColumn } from '../../../_lib/sheet-columns'
import { openSheetGet } from '../../../_lib/sheet-file'

/** The plan's rows as it prints them: what it leaves blank is an empty cell. */
export const GET = openSheetGet(noParameters, (_, { day, t }) => ({
  title: t.plan.indicatorsCaption,
  day,
  lines: [t.plan.indicatorsNote],
  columns: columns(t),
  rows: indicators(),
}))

const columns = (t: Messages): SheetColumn<PlanIndicator>[] => [
  wordsColumn(t.plan.no, 8, ({ no }) => no),
  wordsColumn(t.exports.sheets.kind, 16, ({ group }) => group),
  wordsColumn(t.plan.indicator, 36, ({ name }) => name),
  wordsColumn(t.exports.unit, 12, ({ unit }) => unit),
  wordsColumn(t.plan.value2020, 14, ({ value2020 }) => value2020),
  wordsColumn(t.plan.target2025, 16, ({ target2025 }) => target2025?.text ?? null),
  wordsColumn(t.plan.kind, 12, ({ kindText }) => kindText),
  numberColumn(t.exports.sheets.line, null, ({ clause }) => clause.line),
]
