import type { BoxFact, ChainFact, IndicatorFact } from '../../../../domain/evaluation'
import type { Messages } from '../../../../domain/messages'
import { stages } from '../../../../domain/project'
import { eitherColumn, monthColumn, numberColumn, type SheetColumn, totalColumns, wordsColumn, yiColumn } from '../../../_lib/sheet-columns'
import { valueCell } from '../../value-cell'

/** Indicators as the evaluation holds them; the years are those it speaks of. */
export function indicatorFactColumns(rows: readonly IndicatorFact[], t: Messages): SheetColumn<IndicatorFact>[] {
  const words = t.evaluation
  const { sheets } = t.exports
  const years = [...new Set(rows.flatMap(({ values }) => values.map(({ year }) => year)))].sort((a, b) => a - b)
  const valueIn = (year: number) => (row: IndicatorFact) => valueCell(row.values.find((one) => one.year === year)?.value ?? null)
  return [
    wordsColumn(words.columnNo, 8, ({ no }) => no),
    wordsColumn(sheets.kind, 16, ({ group }) => group),
    wordsColumn(words.columnIndicator, 36, ({ name }) => name),
    wordsColumn(t.exports.unit, 12, ({ unit }) => unit),
    wordsColumn(words.columnKind, 10, ({ kind }) => kind),
    eitherColumn(sheets.base, 14, ({ base }) => valueCell(base)),
    eitherColumn(sheets.baseRevised, 14, ({ revisedBase }) => valueCell(revisedBase)),
    ...years.map((year) => eitherColumn<IndicatorFact>(String(year), 12, valueIn(year))),
    eitherColumn(words.columnTarget, 16, ({ target }) => valueCell(target)),
    wordsColumn(sheets.remark, 24, ({ chosen }) => chosen?.reason ?? null),
    wordsColumn(words.columnStanding, 14, ({ standing }) => words.standings[standing]),
    numberColumn(sheets.wayDone, '%', ({ share }) => share),
    wordsColumn(words.responsibilities, 24, ({ responsible }) => responsible),
  ]
}

export function chainFactColumns(t: Messages): SheetColumn<ChainFact>[] {
  const { sheets } = t.exports
  return [
    wordsColumn(sheets.group, 24, ({ name }) => name),
    yiColumn(sheets.target, t, ({ targetYuan }) => targetYuan),
    wordsColumn(sheets.measure, 12, ({ measure }) => measure),
    ...totalColumns<ChainFact>(sheets.output, t, ({ output }) => output),
    monthColumn(sheets.through, ({ through }) => through),
    numberColumn(sheets.works, null, ({ works }) => works),
    wordsColumn(t.evaluation.responsibilities, 24, ({ responsible }) => responsible),
  ]
}

export function boxFactColumns(t: Messages): SheetColumn<BoxFact>[] {
  const { sheets } = t.exports
  const worksAt = (stage: string) => (row: BoxFact) => row.stages.find((one) => one.stage === stage)?.works ?? 0
  return [
    wordsColumn(t.exports.fields.code, 8, ({ id }) => id),
    wordsColumn(sheets.group, 40, ({ title }) => title),
    numberColumn(sheets.works, null, ({ works }) => works),
    ...stages.map((stage) => numberColumn<BoxFact>(t.labels.stages[stage], null, worksAt(stage))),
    ...totalColumns<BoxFact>(t.chains.investPlan, t, ({ plan }) => plan),
    ...totalColumns<BoxFact>(
      t.chains.investApproved,
      t,
      ({ approved }) => approved,
      ({ approved }) => approved.partial > 0,
    ),
    wordsColumn(t.evaluation.responsibilities, 24, ({ responsible }) => responsible),
  ]
}

export type UnknownRow = { what: string; code: string; name: string; lacking: string }

/** Each unknown by name, a line each: what is lacking, of what. */
export const unknownColumns = (t: Messages): SheetColumn<UnknownRow>[] => [
  wordsColumn(t.evaluation.what, 30, ({ what }) => what),
  wordsColumn(t.exports.fields.code, 10, ({ code }) => code),
  wordsColumn(t.exports.sheets.group, 40, ({ name }) => name),
  wordsColumn(t.exports.sheets.lacking, 30, ({ lacking }) => lacking),
]
