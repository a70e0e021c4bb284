import type { IndicatorMatrix, IndicatorRow } from '../../../../db/queries/indicators'
import { fill, type Messages } from '../../../../domain/messages'
import { eitherColumn, numberColumn, type SheetColumn, wordsColumn } from '../../../_lib/sheet-columns'
import { valueCell } from '../../value-cell'

/** Both ends as the plan prints them, the years between as they are approved; an empty year is not known. */
export function indicatorColumns({ base, years }: Pick<IndicatorMatrix, 'base' | 'years'>, t: Messages): SheetColumn<IndicatorRow>[] {
  const words = t.evaluation
  const { sheets } = t.exports
  return [
    wordsColumn(words.columnNo, 8, ({ indicator }) => indicator.no),
    wordsColumn(sheets.kind, 16, ({ indicator }) => indicator.group),
    wordsColumn(words.columnIndicator, 36, ({ indicator }) => indicator.name),
    wordsColumn(t.exports.unit, 12, ({ indicator }) => indicator.unit),
    wordsColumn(words.columnKind, 10, ({ indicator }) => t.labels.indicatorKinds[indicator.kind]),
    eitherColumn(fill(words.columnBase, { year: base }), 14, ({ indicator }) => valueCell(indicator.value2020)),
    eitherColumn(fill(sheets.revisedBase, { year: base }), 14, ({ revisedBase }) => valueCell(revisedBase)),
    ...years.map((year) => eitherColumn<IndicatorRow>(String(year), 12, (row) => valueCell(valueIn(row, year)))),
    eitherColumn(sheets.printedTarget, 16, ({ indicator }) => valueCell(indicator.target2025?.text ?? null)),
    eitherColumn(sheets.judgedBy, 16, ({ target }) => valueCell(target?.text ?? null)),
    wordsColumn(words.columnStanding, 14, ({ last }) => words.standings[last?.progress.standing ?? 'unknown']),
    numberColumn(sheets.standingYear, null, ({ last }) => last?.year ?? null),
    numberColumn(sheets.wayDone, '%', ({ last }) => last?.progress.share ?? null),
    numberColumn(sheets.timeOver, '%', ({ last }) => last?.progress.time ?? null),
    numberColumn(sheets.lineAt, null, ({ last }) => last?.progress.expected ?? null),
    numberColumn(sheets.doubts, null, ({ contradictions }) => contradictions.length),
    wordsColumn(words.responsibilities, 24, ({ responsible }) => responsible),
  ]
}

const valueIn = ({ values }: IndicatorRow, wanted: number): string | null => values.find(({ year }) => year === wanted)?.value ?? null
