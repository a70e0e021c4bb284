import { asc, eq } from 'drizzle-orm'
import { house, orm } from '../../db/client'
import { compareImport, createImport, mapImport, stageImportRows, startImport } from '../../db/commands/imports'
import { stepImports } from '../../db/commands/imports-steps'
import { endSession } from '../../db/imports/session'
import { importRows, imports } from '../../db/schema'
import type { UserActor } from '../../domain/actor'
import type { ImportLayout, ReadRow } from '../../domain/import'
import { mappingInput } from '../../domain/import-input'
import { readRow } from '../../domain/import-layout'
import type { LedgerField } from '../../domain/ledger/fields'
import { columnLetter } from '../../domain/ledger/plain'
import type { LedgerRow, LedgerUnit } from '../../domain/ledger/shapes'
import { textCell } from '../../domain/ledger/text-cell'
import { ctxOf, systemCtx, type TestHouse } from './house'

/** A ledger as a town would hand it in, already found and read: heads with their fields, then rows of texts. */
export type Ledger = {
  fields: readonly LedgerField[]
  rows: readonly (readonly string[])[]
  about: Record<string, string>
  unit?: LedgerUnit
  fileName?: string
}

const firstRow = 4

export function layoutFor({ fields, rows }: Ledger): ImportLayout {
  return {
    sheets: [{ name: '台账', hidden: false }],
    sheet: '台账',
    headRows: [3, 3],
    titles: ['重点项目台账'],
    year: 2025,
    month: null,
    columns: fields.map((field, at) => ({
      ...{ column: at + 1, letter: columnLetter(at + 1), head: `列${field}`, unit: null, hidden: false, field, sure: true, year: null },
      examples: rows.slice(0, 3).map((row) => row[at] ?? ''),
    })),
    kinds: { data: rows.length, total: 1, section: 0, head: 1, note: 0, blank: 0 },
    hiddenRows: 0,
  }
}

export function readRows({ fields, rows, unit = 'wan' }: Ledger): ReadRow[] {
  const columns = fields.map((field, at) => ({ column: at + 1, field, unit, year: null }))
  return rows.map((texts, at) => readRow(ledgerRow(texts, firstRow + at), columns, 2025))
}

function ledgerRow(texts: readonly string[], row: number): LedgerRow {
  const cells = texts.map((text, at) => [at + 1, { text, formula: false, raw: textCell(at + 1, text) }] as const)
  return { row, hidden: false, kind: 'data', section: null, cells: Object.fromEntries(cells) }
}

export const importRow = (id: number) => orm().select().from(imports).where(eq(imports.id, id)).get()!
export const refTo = (id: number) => ({ id, version: importRow(id).version })
export const rowsOf = (id: number) => orm().select().from(importRows).where(eq(importRows.importId, id)).orderBy(asc(importRows.row)).all()
/** Row and outcome, in the order of the sheet. */
export const outcomes = (id: number) => rowsOf(id).map(({ outcome }) => outcome)

/** Handed in, mapped and read, ready to be compared. */
export function handIn(t: TestHouse, ledger: Ledger, by: UserActor = t.actors.bureau): number {
  const bytes = Buffer.from(JSON.stringify(ledger))
  const { id } = createImport(ctxOf(by), { fileName: ledger.fileName ?? '台账.xlsx', bytes, layout: layoutFor(ledger) })
  const columns = ledger.fields.map((field, at) => ({ column: String(at + 1), field, unit: ledger.unit ?? 'wan' }))
  const typed = { sender: '某镇', ...ledger.about, columns, id: String(id), version: '1' }
  mapImport(ctxOf(by), mappingInput.parse(typed))
  for (let from = 0; from < ledger.rows.length; from += 200)
    stageImportRows(ctxOf(by), { ...refTo(id), rows: readRows(ledger).slice(from, from + 200) })
  return id
}

/** Everything under way, to its end. */
export function settle(): void {
  while (stepImports(systemCtx()) > 0);
}

export function preview(t: TestHouse, ledger: Ledger, by: UserActor = t.actors.bureau): number {
  const id = handIn(t, ledger, by)
  compareImport(ctxOf(by), refTo(id))
  settle()
  return id
}

export function importNow(t: TestHouse, ledger: Ledger, by: UserActor = t.actors.bureau): number {
  const id = preview(t, ledger, by)
  startImport(ctxOf(by), refTo(id))
  settle()
  return id
}

/** Whatever a reader of the library finds: every table but the events, the log of imports and what machines keep for themselves. */
export function dump(): Record<string, unknown[]> {
  const { sqlite } = house()
  const left = /^(events|fact_pasts|event_bodies|imports|import_rows|import_mappings|idempotency|meta|evidence|sqlite_.*|__drizzle.*)$/
  const names = sqlite.prepare<[], string>(`select name from sqlite_master where type = 'table' order by name`).pluck().all()
  return Object.fromEntries(names.filter((name) => !left.test(name)).map((name) => [name, tableOf(name)]))
}

const tableOf = (name: string): unknown[] =>
  house()
    .sqlite.prepare<[], Record<string, unknown>>(`select * from "${name}"`)
    .all()
    .map((row) => JSON.stringify(row))
    .sort()

/** As after a kill: what the server remembered between two steps is gone. */
export const killed = endSession
