import { openWorkbook } from '../../app/_lib/workbook'
import { compareImport, createImport, mapImport, stageImportRows } from '../../db/commands/imports'
import type { ImportLayout } from '../../domain/import'
import { mappingInput } from '../../domain/import-input'
import { layoutOf, mappedColumns, readRow } from '../../domain/import-layout'
import { readLedger } from '../../domain/ledger/read-ledger'
import { ctxOf, type TestHouse } from './house'
import { refTo, rowsOf, settle } from './import-house'

type About = { purpose: 'facts' | 'reports'; year?: string; period?: string }

/** A file of ours handed in as a ledger, every column left as it is proposed; what its rows are found to be. */
export async function handedBack(t: TestHouse, bytes: Uint8Array, fileName: string, about: About) {
  const ledger = await readLedger((await openWorkbook(bytes, fileName)).sheets[0]!)
  const layout = layoutOf(ledger, [{ name: ledger.sheet, hidden: false }])
  const { id } = createImport(ctxOf(t.actors.bureau2), { fileName, bytes: Buffer.from(bytes), layout })
  const given = layout.columns.map(({ column, field, unit }) => ({ column: String(column), field: field ?? '', unit: unit ?? '' }))
  const input = mappingInput.parse({ sender: '本县', ...about, columns: given, id: String(id), version: '1' })
  mapImport(ctxOf(t.actors.bureau2), input)
  const mapping = mappedColumns(layout, input.columns, input.purpose)
  const rows = ledger.rows.filter(({ kind }) => kind === 'data').map((row) => readRow(row, mapping, input.year ?? ledger.year))
  for (let from = 0; from < rows.length; from += 200)
    stageImportRows(ctxOf(t.actors.bureau2), { ...refTo(id), rows: rows.slice(from, from + 200) })
  compareImport(ctxOf(t.actors.bureau2), refTo(id))
  settle()
  return { id, layout, rows: rowsOf(id) }
}

/** What the columns are taken for without a doubt. */
export const sureFields = (layout: ImportLayout): string[] => layout.columns.flatMap(({ field, sure }) => (field && sure ? [field] : []))
