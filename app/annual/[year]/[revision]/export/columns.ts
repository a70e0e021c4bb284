import type { ChangedWork, ListedWork } from '../../../../../db/queries/year-lists'
import type { Messages } from '../../../../../domain/messages'
import { monthColumn, type SheetColumn, wanColumn, wordsColumn } from '../../../../_lib/sheet-columns'
import { named } from '../../../../_lib/sheet-filter'

/** A work of the list with its plan as it stood on the day of the list. */
export function listedColumns(t: Messages): SheetColumn<ListedWork>[] {
  const { annual: words, exports: out } = t
  return [
    wordsColumn(words.code, 10, (row) => row.code),
    wordsColumn(words.name, 30, (row) => row.name),
    wordsColumn(words.level, 10, (row) => named(t.labels.projectLevels, row.level)),
    wordsColumn(out.fields.sector, 12, (row) => named(t.labels.sectors, row.sector)),
    wanColumn(words.planned, t, (row) => row.plannedYuan),
    wanColumn(words.original, t, (row) => row.originalYuan),
    monthColumn(out.fields.startMonth, (row) => row.startMonth),
    monthColumn(out.fields.finishMonth, (row) => row.finishMonth),
    monthColumn(out.sheets.production, (row) => row.productionMonth),
    wordsColumn(words.goal, 40, (row) => row.imageGoal),
    wordsColumn(words.leader, 14, (row) => row.leader),
    wordsColumn(out.fields.responsibleName, 24, (row) => row.responsibleName),
    wordsColumn(out.fields.ownerName, 24, (row) => row.ownerName),
    wordsColumn(words.documentNo, 22, (row) => row.documentNo),
    wordsColumn(words.note, 24, (row) => row.listNote),
  ]
}

/** What entered, left or was changed since. */
export function changedColumns(t: Messages): SheetColumn<ChangedWork>[] {
  const words = t.annual
  const { sheets } = t.exports
  return [
    wordsColumn(words.change, 8, (row) => words.changes[row.change]),
    wordsColumn(words.code, 10, (row) => row.code),
    wordsColumn(words.name, 30, (row) => row.name),
    wanColumn(words.listed, t, (row) => row.thenYuan),
    wanColumn(words.now, t, (row) => row.nowYuan),
    wanColumn(words.difference, t, ({ thenYuan, nowYuan }) => (thenYuan === null || nowYuan === null ? null : nowYuan - thenYuan)),
    wordsColumn(words.nowWhy, 22, (row) => row.nowDocument),
    wordsColumn(sheets.remark, 30, (row) => row.nowReason),
  ]
}
