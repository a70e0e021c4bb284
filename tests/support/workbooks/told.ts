import { openWorkbook } from '../../../app/_lib/workbook'
import type { LedgerField } from '../../../domain/ledger/fields'
import { proposeMapping } from '../../../domain/ledger/mapping'
import { cellName } from '../../../domain/ledger/plain'
import { readCell } from '../../../domain/ledger/read-cell'
import { readLedger } from '../../../domain/ledger/read-ledger'
import type { LedgerHints, LedgerSheet, LedgerValue, RawSheet } from '../../../domain/ledger/shapes'

/** A row as it was read by the proposed mapping alone: its values, and at which cell something was refused or is to be looked at. */
export type Told = {
  row: number
  values: Partial<Record<LedgerField, LedgerValue>>
  refused?: Record<string, string>
  flags?: Record<string, string>
}

export async function ledgerOf(file: Uint8Array, fileName: string, sheet = 0, hints: LedgerHints = {}): Promise<LedgerSheet> {
  const { sheets } = await openWorkbook(file, fileName)
  return readLedger(sheets[sheet] as RawSheet, hints)
}

export function told(ledger: LedgerSheet): Told[] {
  const mapping = Object.entries(proposeMapping(ledger.columns))
  const columnOf = new Map(ledger.columns.map((column) => [column.column, column]))
  return ledger.rows
    .filter(({ kind }) => kind === 'data')
    .map(({ row, cells }) => {
      const entry: Told = { row, values: {} }
      for (const [at, { field }] of mapping) {
        const column = columnOf.get(Number(at))
        const reading = readCell(field, cells[Number(at)] ?? null, column?.unit ?? null, column?.guess?.year ?? ledger.year)
        const name = cellName(Number(at), row)
        if ('refused' in reading) entry.refused = { ...entry.refused, [name]: reading.refused }
        else if (field !== 'serial') entry.values[field] = reading.value
        if ('flags' in reading && reading.flags.length > 0) entry.flags = { ...entry.flags, [name]: reading.flags.join(' ') }
      }
      return entry
    })
}

/** Which rows were passed over, and as what. */
export const passedOver = (ledger: LedgerSheet): string[] =>
  ledger.rows.filter(({ kind }) => kind !== 'data').map(({ row, kind }) => `${row} ${kind}`)
export const mapped = (ledger: LedgerSheet): string[] => {
  const mapping = proposeMapping(ledger.columns)
  return ledger.columns.map(
    ({ column, letter, head, unit }) => `${letter} ${head} → ${mapping[column]?.field ?? '?'}${unit === null ? '' : ` ${unit}`}`,
  )
}
