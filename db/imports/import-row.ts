import type { Ctx } from '../../domain/actor'
import type { Difference, ImportPurpose, RowOutcome } from '../../domain/import'
import type { importRows, imports } from '../schema'

export type ImportRow = typeof imports.$inferSelect
/** An import whose mapping was given. */
export type MappedImport = ImportRow & { purpose: ImportPurpose; sender: string }
export type SheetRow = typeof importRows.$inferSelect

/** A row that was written somewhere: its table as SQLite names it, and its id there. */
export type Made = { table: 'projects' | 'assignments' | 'fact_sheets' | 'annual_plans' | 'updates'; id: number }
/** What a row comes to. `projectId` = the work it is about; a new one's is gone again once the rehearsal ends. */
export type RowResult = {
  outcome: Extract<RowOutcome, 'new' | 'changed' | 'same'>
  differences: Difference[]
  warnings: string[]
  made: Made[]
  projectId: number | null
}
/** `ctx` = the person who imports; `code` = the one reserved for this row's work, should it be new. */
export type RowTask = { ctx: Ctx; imp: MappedImport; row: SheetRow; projectId: number | null; code: string }

/** Where a figure comes from, in words a reader finds again. */
export const sourceOf = ({ imp, row }: Pick<RowTask, 'imp' | 'row'>): string =>
  `${imp.sender}《${imp.fileName}》${imp.layout.sheet} 第${row.row}行`.slice(0, 200)

/** What a mapped column says; undefined where it was not mapped, null where the cell says unknown. */
export function said<T>(row: SheetRow, field: keyof SheetRow['values']): T | null {
  return (row.values[field] ?? null) as T | null
}
