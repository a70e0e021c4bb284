import type { AnnualRow } from '../../../db/queries/annual-list'
import { completion } from '../../../domain/annual-plan'
import { fill, type Messages } from '../../../domain/messages'
import { monthColumn, numberColumn, type SheetColumn, wanColumn, wordsColumn } from '../../_lib/sheet-columns'
import { named } from '../../_lib/sheet-filter'

type Column = SheetColumn<AnnualRow>

/** A line a work and year; its plan stands under a head that names the year, as the county's own tables have it. */
export function annualColumns(year: number, chains: Record<string, string>, t: Messages): Column[] {
  const { fields, sheets } = t.exports
  const { labels } = t
  const identity: Column[] = [
    wordsColumn(fields.code, 10, (row) => row.code),
    wordsColumn(fields.name, 30, (row) => row.name),
    wordsColumn(fields.ownerName, 24, (row) => row.ownerName),
    wordsColumn(fields.responsibleName, 20, (row) => row.responsibleName),
    wordsColumn(fields.sector, 10, (row) => named(labels.sectors, row.sector)),
    wordsColumn(fields.chain, 16, (row) => named(chains, row.chainId)),
    wordsColumn(fields.town, 10, (row) => row.town),
    wordsColumn(fields.level, 10, (row) => named(labels.projectLevels, row.level)),
    wordsColumn(fields.category, 10, (row) => named(labels.categories, row.category)),
    wordsColumn(fields.stage, 10, (row) => named(labels.stages, row.stage)),
  ]
  const figures: Column[] = [
    wanColumn(fields.totalYuan, t, (row) => row.totalYuan),
    wanColumn(sheets.original, t, (row) => (row.planId === null ? null : row.originalYuan)),
    wanColumn(fill(fields.annualPlanYuan, { year }), t, (row) => row.plannedYuan),
    wanColumn(fields.yearToDateYuan, t, (row) => row.approvedYuan),
    monthColumn(fields.approvedMonth, (row) => row.approvedMonth),
    numberColumn(fields.completion, null, (row) => completion(row.approvedYuan, row.plannedYuan)),
    numberColumn(sheets.againstOriginal, null, (row) => (row.planId === null ? null : completion(row.approvedYuan, row.originalYuan))),
  ]
  const rest: Column[] = [
    monthColumn(sheets.yearStart, (row) => row.startMonth),
    monthColumn(sheets.yearFinish, (row) => row.finishMonth),
    monthColumn(sheets.production, (row) => row.productionMonth),
    wordsColumn(sheets.goal, 30, (row) => row.imageGoal),
    wordsColumn(sheets.leader, 16, (row) => row.leader),
    wordsColumn(sheets.document, 20, (row) => row.documentNo),
    wordsColumn(sheets.planState, 14, (row) => stateOf(row, t)),
  ]
  return [...identity, ...figures, ...rest]
}

function stateOf({ planId, adjusted, waitingId }: AnnualRow, { annual: words }: Messages): string {
  const states = [
    planId === null ? (waitingId === null ? words.stateNone : null) : adjusted ? words.stateAdjusted : words.stateApproved,
    waitingId === null ? null : words.stateWaiting,
  ]
  return states.filter((state) => state !== null).join(' ')
}
