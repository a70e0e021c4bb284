import { type ImportColumn, type ImportLayout, type ImportPurpose, isIn, type ReadRow, type RowRefusal } from './import'
import type { LedgerField } from './ledger/fields'
import { headKey, proposeMapping, type RememberedHeads } from './ledger/mapping'
import { cellName } from './ledger/plain'
import { readCell } from './ledger/read-cell'
import type { CellReading, LedgerRow, LedgerSheet, LedgerUnit } from './ledger/shapes'

const exampleLength = 40

/** The sheet as the mapping page shows it: every column with its first values, and what it probably says. */
export function layoutOf(ledger: LedgerSheet, sheets: ImportLayout['sheets']): ImportLayout {
  const proposed = proposeMapping(ledger.columns)
  const data = ledger.rows.filter(({ kind }) => kind === 'data')
  return {
    sheets,
    sheet: ledger.sheet,
    headRows: ledger.headRows,
    titles: ledger.titles,
    year: ledger.year,
    month: ledger.month,
    columns: ledger.columns.map(({ column, letter, head, unit, hidden, guess }) => ({
      ...{ column, letter, head, unit, hidden },
      field: proposed[column]?.field ?? null,
      sure: proposed[column]?.sure ?? false,
      year: guess?.year ?? null,
      examples: data.flatMap((row) => row.cells[column]?.text.trim().slice(0, exampleLength) || []).slice(0, 3),
    })),
    kinds: countKinds(ledger.rows),
    hiddenRows: data.filter(({ hidden }) => hidden).length,
  }
}

function countKinds(rows: readonly LedgerRow[]): ImportLayout['kinds'] {
  const counts = { data: 0, total: 0, section: 0, head: 0, note: 0, blank: 0 }
  for (const { kind } of rows) counts[kind] += 1
  return counts
}

/** A head this sender used before means what it meant then; a field is given to one column only. */
export function recalled(columns: readonly ImportColumn[], remembered: RememberedHeads): ImportColumn[] {
  const isKnown = ({ head }: ImportColumn) => Object.hasOwn(remembered, headKey(head))
  const taken = new Set(columns.filter(isKnown).map(({ head }) => remembered[headKey(head)]))
  return columns.map((column) => {
    if (isKnown(column)) return { ...column, field: remembered[headKey(column.head)] ?? null, sure: true }
    return column.field !== null && taken.has(column.field) ? { ...column, field: null } : column
  })
}

/** Columns as a person mapped them: the fields of the purpose, each with its unit. */
export type Mapped = { column: number; field: LedgerField; unit: LedgerUnit | null; year: number | null }

export function mappedColumns(
  layout: ImportLayout,
  given: readonly { column: number; field: LedgerField | null; unit: LedgerUnit | null }[],
  purpose: ImportPurpose,
): Mapped[] {
  return given.flatMap(({ column, field, unit }) => {
    const known = layout.columns.find((entry) => entry.column === column)
    return known && field !== null && isIn(purpose, field) ? [{ column, field, unit: unit ?? known.unit, year: known.year }] : []
  })
}

/** A data row read by the mapping; the first cell that cannot be read refuses the row by its name. */
export function readRow(row: LedgerRow, columns: readonly Mapped[], year: number | null): ReadRow {
  const read: ReadRow = { row: row.row, hidden: row.hidden, values: {}, cells: {}, refusal: null }
  for (const { column, field, unit, year: own } of columns) {
    const cell = row.cells[column] ?? null
    const reading = readCell(field, cell, unit, own ?? year)
    const name = cellName(column, row.row)
    const text = cell?.text.slice(0, 200) ?? ''
    read.cells[field] = { cell: name, text, flags: 'refused' in reading ? [] : reading.flags, ...(own === null ? {} : { year: own }) }
    if ('refused' in reading) read.refusal ??= refusalOf(name, reading)
    else read.values[field] = reading.value
  }
  return read
}

const refusalOf = (cell: string, { refused, params }: Extract<CellReading, { refused: unknown }>): RowRefusal => ({
  cell,
  kind: 'cell',
  code: refused,
  params: params ?? {},
})
