import type { BesideRow, UnregisteredRow } from '../../../../db/queries/statistics-investments'
import type { Messages } from '../../../../domain/messages'
import type { Stage } from '../../../../domain/project'
import { dayColumn, numberColumn, type SheetColumn, wanColumn, wordsColumn } from '../../../_lib/sheet-columns'

/** 统计口径 beside 调度口径, and the difference. */
export function besideColumns(t: Messages): SheetColumn<BesideRow>[] {
  const words = t.funds
  return [
    wordsColumn(t.exports.fields.code, 10, (row) => row.code),
    wordsColumn(words.work, 30, (row) => row.name),
    wordsColumn(words.stage, 10, (row) => t.labels.stages[row.stage as Stage]),
    wanColumn(words.byStatistics, t, (row) => row.statisticsYuan),
    wanColumn(words.byDispatch, t, (row) => row.dispatchYuan),
    wanColumn(words.difference, t, (row) => row.differenceYuan),
    numberColumn(words.percent, '%', (row) => row.percent),
    wordsColumn(words.statisticsSource, 30, (row) => row.source),
  ]
}

/** Under construction and not in the statistics' library. */
export function unregisteredColumns(t: Messages): SheetColumn<UnregisteredRow>[] {
  const words = t.funds
  return [
    wordsColumn(t.exports.fields.code, 10, (row) => row.code),
    wordsColumn(words.work, 30, (row) => row.name),
    wordsColumn(words.unit, 24, (row) => row.unit),
    wordsColumn(words.state, 12, (row) => (row.state === null ? words.stateUnknown : words.states[row.state])),
    dayColumn(words.since, (row) => row.since),
    numberColumn(words.days, words.daysUnit, (row) => row.days),
  ]
}
