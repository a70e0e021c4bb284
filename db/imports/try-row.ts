import { Refusal } from '../../domain/errors'
import type { ImportPurpose, RuleRefusal } from '../../domain/import'
import type { Tx } from '../client'
import { applyFact } from './apply-fact'
import { applyReport } from './apply-report'
import { applySource } from './apply-source'
import type { RowResult, RowTask, SheetRow } from './import-row'
import { rehearsed } from './rehearse'

const appliers: Record<ImportPurpose, (tx: Tx, task: RowTask) => RowResult> = {
  reports: applyReport,
  facts: applyFact,
  'plan-source': applySource,
}

export const applyRow = (tx: Tx, task: RowTask): RowResult => appliers[task.imp.purpose](tx, task)

/** What the row would do, by the rules that will apply it; `look` sees what it wrote before it is gone. */
export function tryRow<T>(
  task: RowTask,
  look: (tx: Tx, result: RowResult) => T,
): { result: RowResult; seen: T } | { refusal: RuleRefusal } {
  try {
    return rehearsed((tx) => {
      const result = applyRow(tx, task)
      return { result, seen: look(tx, result) }
    })
  } catch (error) {
    if (error instanceof Refusal) return { refusal: refusalOf(error, task.row) }
    throw error
  }
}

/** The form's fields by the column they come from. */
const columnOf: Record<string, readonly (keyof SheetRow['cells'])[]> = {
  investment: ['yearToDateYuan', 'monthYuan'],
  plannedYuan: ['annualPlanYuan'],
  responsible: ['responsibleName'],
}

/** A rule's word about a row, with the cell it is about where there is one. */
export function refusalOf({ code, params, issues }: Refusal, { cells }: Pick<SheetRow, 'cells'>): RuleRefusal {
  const issue = issues[0]
  const fields = issue ? (columnOf[issue.field] ?? [issue.field as keyof SheetRow['cells']]) : []
  const cell = fields.map((field) => cells[field]?.cell).find((name) => name !== undefined) ?? null
  return { cell, kind: 'rule', code: issue?.code ?? code, params: issue?.params ?? params }
}
