import { type LockWorkRow, lockedWorks, lockRowsAPage } from '../../../../db/queries/lock-figures'
import { lockView } from '../../../../db/queries/locks'
import { found } from '../../../../domain/errors'
import { fill, type Messages } from '../../../../domain/messages'
import { lockParams } from '../../../../domain/months-params'
import { type SheetColumn, wanColumn, wordsColumn } from '../../../_lib/sheet-columns'
import { sheetGet } from '../../../_lib/sheet-file'
import { named, told } from '../../../_lib/sheet-filter'
import { byPage } from '../../../_lib/sheet-steps'

/** The works of a locked period as they were when it was locked. */
export const GET = sheetGet(lockParams.omit({ page: true }), ({ actor }, { revision, light }, { day, t, path }) => {
  const view = lockView(actor, path.period ?? '', day, revision ?? null)
  const lock = found(view.shown ?? (view.open?.state === 'computing' ? null : view.open))
  const works = lockedWorks(actor, lock.id, { light })
  return {
    title: fill(t.months.lockTitle, { period: view.period }),
    day,
    filter: [
      ...(view.shown ? [fill(t.months.revision, { revision: view.shown.revision })] : [t.months.states[lock.state]]),
      ...told(t.exports.sheets.light, named(t.labels.lightLevels, light), t),
    ],
    lines: [fill(t.exports.works, { works: works.total }), t.exports.partialNote],
    columns: columns(t),
    rows: byPage(lockRowsAPage, (page) => lockedWorks(actor, lock.id, { light, page }).rows),
  }
})

function columns(t: Messages): SheetColumn<LockWorkRow>[] {
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
