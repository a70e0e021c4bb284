import type { FindingSheetRow } from '../../../db/queries/finding-sheet'
import type { Messages } from '../../../domain/messages'
import type { SheetColumn } from '../../_lib/sheet-columns'

/** Everything the register knows of a finding, one a column. */
export function sheetColumns({ findings: words, labels }: Messages): SheetColumn<FindingSheetRow>[] {
  const heads = words.sheetHeads
  return [
    { head: heads.number, width: 13, kind: 'words', cell: (row) => row.number },
    { head: heads.quarter, width: 9, kind: 'words', cell: (row) => row.quarter },
    { head: heads.state, width: 12, kind: 'words', cell: (row) => labels.findingStates[row.state] },
    { head: heads.alarm, width: 12, kind: 'words', cell: (row) => row.alarm && labels.alarmLevels[row.alarm] },
    { head: heads.overdue, unit: words.days, width: 11, kind: 'number', cell: (row) => row.overdueDays || null },
    { head: heads.source, width: 14, kind: 'words', cell: (row) => labels.findingSources[row.source] },
    { head: heads.category, width: 8, kind: 'words', cell: (row) => labels.findingCategories[row.category] },
    { head: heads.severity, width: 8, kind: 'words', cell: (row) => labels.findingSeverities[row.severity] },
    { head: heads.code, width: 10, kind: 'words', cell: (row) => row.work?.code ?? null },
    { head: heads.work, width: 30, kind: 'words', cell: (row) => row.work?.name ?? null },
    { head: heads.facts, width: 48, kind: 'words', cell: (row) => row.facts },
    { head: heads.basis, width: 28, kind: 'words', cell: (row) => row.basis },
    { head: heads.foundBy, width: 14, kind: 'words', cell: (row) => row.foundBy },
    { head: heads.foundOn, width: 12, kind: 'day', cell: (row) => row.foundOn },
    { head: heads.unit, width: 24, kind: 'words', cell: (row) => row.unit },
    { head: heads.person, width: 10, kind: 'words', cell: (row) => row.person },
    { head: heads.firstDue, width: 12, kind: 'day', cell: (row) => row.firstDueOn },
    { head: heads.due, width: 12, kind: 'day', cell: (row) => row.dueOn },
    { head: heads.plan, width: 40, kind: 'words', cell: (row) => row.plan },
    { head: heads.requested, width: 12, kind: 'day', cell: (row) => row.requestedOn },
    { head: heads.recheck, width: 12, kind: 'day', cell: (row) => row.recheckDueOn },
    { head: heads.closed, width: 12, kind: 'day', cell: (row) => row.closedOn },
  ]
}
