import type { LockedFigures, LockTotals, LockWorkRow } from '../../../../db/queries/lock-figures'
import { lightLevels } from '../../../../domain/light'
import { type TotalDimension, totalDimensions } from '../../../../domain/lock'
import { fill, type Messages } from '../../../../domain/messages'
import { monthColumn, numberColumn, type SheetColumn, totalColumns, wanColumn, wordsColumn, yiColumn } from '../../../_lib/sheet-columns'
import { type Chains, groupName, total } from '../figure-words'

export function workColumns(t: Messages): SheetColumn<LockWorkRow>[] {
  const { fields, sheets } = t.exports
  return [
    wordsColumn(fields.code, 10, (row) => row.code),
    wordsColumn(fields.name, 30, (row) => row.name),
    wordsColumn(fields.ownerName, 24, (row) => row.ownerName),
    wordsColumn(fields.stage, 10, (row) => t.labels.stages[row.stage]),
    wanColumn(t.months.plan, t, (row) => row.planYuan),
    wanColumn(fields.yearToDateYuan, t, (row) => row.yearToDateYuan),
    wanColumn(t.months.flow, t, (row) => row.flowYuan),
    wanColumn(fields.approvedYuan, t, (row) => row.investedYuan),
    wordsColumn(fields.approvedPartial, 12, (row) => (row.investedYuan !== null && row.investedPartial ? t.exports.yes : null)),
    wordsColumn(fields.reportState, 12, (row) => t.labels.reportStates[row.reportState]),
    wordsColumn(sheets.light, 8, (row) => t.labels.lightLevels[row.lightLevel]),
  ]
}

export type FigureRow = { dimension: TotalDimension; row: LockTotals }

/** Every sum of the lock in the page's order: the whole, then by sector, chain, level and town. */
export const figureRows = ({ by }: LockedFigures): FigureRow[] =>
  totalDimensions.flatMap((dimension) => by[dimension].map((row) => ({ dimension, row })))

export function figureColumns(chains: Chains, t: Messages): SheetColumn<FigureRow>[] {
  const { sheets } = t.exports
  const words = t.months
  return [
    wordsColumn(sheets.kind, 14, ({ dimension }) => words.by[dimension]),
    wordsColumn(sheets.group, 24, ({ dimension, row }) => groupName(dimension, row.key, chains, t)),
    numberColumn(words.works, null, ({ row }) => row.works),
    ...totalColumns<FigureRow>(words.planOriginal, t, ({ row }) => total(row.planOriginalYuan, row.planOriginalKnown, row)),
    ...totalColumns<FigureRow>(words.plan, t, ({ row }) => total(row.planYuan, row.planKnown, row)),
    ...totalColumns<FigureRow>(words.yearToDate, t, ({ row }) => total(row.yearToDateYuan, row.yearToDateKnown, row)),
    ...totalColumns<FigureRow>(words.flow, t, ({ row }) => total(row.flowYuan, row.flowKnown, row)),
    ...totalColumns<FigureRow>(
      words.invested,
      t,
      ({ row }) => total(row.investedYuan, row.investedKnown, row),
      ({ row }) => row.investedPartial > 0,
    ),
    ...lightLevels.map((level) =>
      numberColumn<FigureRow>(fill(sheets.lightCount, { level: t.labels.lightLevels[level] }), null, ({ row }) => row.lights[level] ?? 0),
    ),
    yiColumn(words.output, t, ({ row }) => row.outputYuan),
    wordsColumn(fill(t.exports.coverageOf, { head: words.output }), 16, (figure) => outputCoverage(figure, t)),
    monthColumn(sheets.through, ({ row }) => row.outputThrough),
  ]
}

/** Only a chain has an output; what stands in no chain has none. */
function outputCoverage({ dimension, row: { key, outputKnown, outputUnknown } }: FigureRow, t: Messages): string | null {
  if (dimension !== 'chain' || key === '') return null
  const known = outputKnown ?? 0
  return fill(t.common.coverage, { known, all: known + (outputUnknown ?? 0) })
}
