import type { PreviewRow } from '../../../db/queries/imports'
import type { Difference } from '../../../domain/import'
import { isMoneyField, type LedgerField } from '../../../domain/ledger/fields'
import type { LedgerValue } from '../../../domain/ledger/shapes'
import { fill, type Messages } from '../../../domain/messages'
import { formatWan } from '../../../domain/money'

/** A value as a person reads it; unknown is said, never zero. */
export function valueWords(field: string, value: LedgerValue, t: Messages): string {
  if (value === null) return '—'
  if (typeof value === 'number') return isMoneyField(field as LedgerField) ? `${formatWan(value)} ${t.imports.units.wan}` : String(value)
  if (typeof value === 'object') return `${value.startMonth ?? value.startYear}–${value.finishMonth ?? value.finishYear ?? ''}`
  const labels: Record<string, string> = { ...t.labels.projectLevels, ...t.labels.categories, ...t.labels.constructionKinds }
  return ['level', 'category', 'constructionKind'].includes(field) ? (labels[value] ?? value) : value
}

export const fieldWords = (field: string, t: Messages): string => (t.imports.fields as Record<string, string>)[field] ?? field

export function changeWords({ field, before, after, kept }: Difference, t: Messages): string {
  const values = { field: fieldWords(field, t), before: valueWords(field, before, t), after: valueWords(field, after, t) }
  return fill(kept ? t.imports.kept : t.imports.change, values)
}

/** Why a row is refused, with the cell by its name. */
export function refusalWords({ refusal, row }: PreviewRow, sheet: string, t: Messages): string | null {
  if (refusal === null) return null
  const reason = fill(refusal.kind === 'cell' ? t.imports.cell[refusal.code] : t.errors[refusal.code], refusal.params)
  return refusal.cell === null
    ? fill(t.imports.refusedRow, { row, reason })
    : fill(t.imports.refusedAt, { sheet, cell: refusal.cell, reason })
}

/** What to look at: cells that were read with a doubt, figures that are odd. */
export function remarksOf({ cells, warnings, hidden }: PreviewRow, t: Messages): string[] {
  const flagged = Object.entries(cells).flatMap(([field, cell]) =>
    cell && cell.flags.length > 0
      ? [`${fieldWords(field, t)} ${cell.cell}：${cell.flags.map((flag) => t.imports.flags[flag]).join('、')}`]
      : [],
  )
  const odd: Record<string, string> = { ...t.checks, ...t.imports.sourceWarnings }
  return [...(hidden ? [t.imports.hidden] : []), ...flagged, ...(warnings ?? []).map((code) => odd[code] ?? code)]
}

/** The row's own name for itself. */
export const nameWords = ({ values, row }: PreviewRow): string => String(values.name ?? values.code ?? values.nationalCode ?? row)
