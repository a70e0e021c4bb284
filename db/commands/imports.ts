import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { actorId, type Ctx } from '../../domain/actor'
import { allow, refuse, refuseField } from '../../domain/errors'
import { type ImportLayout, newWorksAtOnce, type ReadRow } from '../../domain/import'
import type { ImportMove, MappingInput } from '../../domain/import-input'
import { mappedColumns } from '../../domain/import-layout'
import { nameKey } from '../../domain/import-match'
import { headKey } from '../../domain/ledger/mapping'
import { canImport } from '../../domain/policy'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { importAt, moveImport } from '../imports/load'
import { keepOriginal, noteOriginal } from '../imports/original'
import { rowsToApply } from '../imports/prepare'
import { lastCode } from '../new-work'
import { submitter } from '../review'
import { importMappings, importRows, imports } from '../schema'
import { write } from '../write'

export type NewImport = { fileName: string; bytes: Uint8Array; layout: ImportLayout }
type Moved = { id: number; version: number }

/** Whether the actor may hand in a workbook, asked before it is read. */
export function allowImport(ctx: Ctx): void {
  allow(canImport(ctx.actor))
}

/** A workbook is handed in: kept as it came, nothing of it read into the library. Returns its id. */
export function createImport(ctx: Ctx, { fileName, bytes, layout }: NewImport): Moved {
  allow(canImport(ctx.actor))
  const sha256 = keepOriginal(bytes)
  const file = { fileName: fileName.slice(0, 120), sha256, bytes: bytes.length }
  return write(ctx, 'createImport', file, (tx) => {
    noteOriginal(tx, ctx.at, file)
    const row = { ...file, layout, state: 'uploaded' as const, createdBy: submitter(ctx), createdAt: ctx.at }
    const { id } = tx.insert(imports).values(row).returning({ id: imports.id }).get()
    recordEvent(tx, ctx, { action: 'import.uploaded', subject: `import:${id}`, body: { import: id, ...file } })
    return { id, version: 1 }
  })
}

/** Another sheet of the workbook is meant. */
export function chooseImportSheet(ctx: Ctx, { layout, ...input }: ImportMove & { layout: ImportLayout }): Moved {
  return write(ctx, 'chooseImportSheet', { ...input, sheet: layout.sheet }, (tx) => {
    const imp = importAt(tx, ctx, input, ['uploaded', 'reading', 'staged'])
    recordEvent(tx, ctx, { action: 'import.mapped', subject: `import:${imp.id}`, body: { import: imp.id, sheet: layout.sheet } })
    return { id: imp.id, version: moveImport(tx, imp, { layout, state: 'uploaded', stopped: null, counts: null }) }
  })
}

/** What each column says, and what for. Rows read before are read again. */
export function mapImport(ctx: Ctx, input: MappingInput): Moved {
  return write(ctx, 'mapImport', input, (tx) => {
    const imp = importAt(tx, ctx, input, ['uploaded', 'reading', 'staged'])
    const { id, version: _version, columns, ...about } = input
    if (about.documentDay !== null && about.documentDay > ctx.today) refuseField('documentDay', 'in-the-future')
    const mapping = mappedColumns(imp.layout, columns, input.purpose)
    tx.delete(importRows).where(eq(importRows.importId, id)).run()
    rememberMapping(tx, input, imp.layout)
    const version = moveImport(tx, imp, { ...about, mapping, state: 'reading', rows: 0, done: 0, counts: null, stopped: null })
    const fields = Object.fromEntries(mapping.map(({ column, field }) => [String(column), field]))
    const body = {
      import: id,
      sheet: imp.layout.sheet,
      sender: input.sender,
      purpose: input.purpose,
      period: input.period,
      year: input.year,
    }
    recordEvent(tx, ctx, { action: 'import.mapped', subject: `import:${id}`, body: { ...body, fields } })
    return { id, version }
  })
}

function rememberMapping(tx: Tx, { sender, columns }: MappingInput, layout: ImportLayout): void {
  for (const { column, field } of columns) {
    const head = layout.columns.find((known) => known.column === column)?.head
    if (!head) continue
    const row = { sender, head: headKey(head), field }
    tx.insert(importMappings)
      .values(row)
      .onConflictDoUpdate({ target: [importMappings.sender, importMappings.head], set: { field } })
      .run()
  }
}

export type StagedRows = ImportMove & { rows: readonly ReadRow[] }

/** Some rows of the sheet, as they were read; the reader waits between two calls, so that others are served. */
export function stageImportRows(ctx: Ctx, { rows, ...ref }: StagedRows): void {
  write(ctx, 'stageImportRows', { ...ref, from: rows[0]?.row ?? 0 }, (tx) => {
    const imp = importAt(tx, ctx, ref, ['reading'])
    for (const row of rows) tx.insert(importRows).values(stagedRow(imp.id, row)).run()
    tx.update(imports)
      .set({ rows: sql`${imports.rows} + ${rows.length}` })
      .where(eq(imports.id, imp.id))
      .run()
  })
}

function stagedRow(importId: number, { refusal, ...row }: ReadRow): typeof importRows.$inferInsert {
  const name = row.values.name
  return { ...row, importId, nameKey: typeof name === 'string' ? nameKey(name) : null, refusal, unreadable: refusal !== null }
}

/** Everything is read: from now on the server compares by itself. */
export function compareImport(ctx: Ctx, input: ImportMove): Moved {
  return write(ctx, 'compareImport', input, (tx) => {
    const imp = importAt(tx, ctx, input, ['reading', 'staged'])
    return { id: imp.id, version: moveImport(tx, imp, { state: 'comparing', done: 0, startedBy: actorId(ctx.actor), stopped: null }) }
  })
}

/** A comparison that was broken off has said nothing of these; left out silently they would be lost. */
const notCompared = (importId: number) => and(eq(importRows.importId, importId), isNull(importRows.outcome))

/** Import: the rows that are new or changed go in; nothing of them shows before all do. */
export function startImport(ctx: Ctx, input: ImportMove): Moved {
  return write(ctx, 'startImport', input, (tx) => {
    const imp = importAt(tx, ctx, input, ['staged'])
    if (tx.select().from(importRows).where(notCompared(imp.id)).limit(1).get() !== undefined) refuse('import-reading-broken')
    if (tx.select().from(importRows).where(rowsToApply(imp.id)).limit(1).get() === undefined) refuse('import-no-rows')
    const reserved = imp.purpose === 'facts' ? reserveCodes(tx, imp.id) : null
    const started = {
      state: 'applying' as const,
      done: 0,
      startedBy: actorId(ctx.actor),
      lastCode: reserved ?? imp.lastCode,
      stopped: null,
    }
    recordEvent(tx, ctx, { action: 'import.started', subject: `import:${imp.id}`, body: { import: imp.id, lastCode: reserved } })
    return { id: imp.id, version: moveImport(tx, imp, started) }
  })
}

/** One code for each work it will make, in the order of the sheet. Returns the last. */
function reserveCodes(tx: Tx, importId: number): number | null {
  const fresh = and(eq(importRows.importId, importId), eq(importRows.outcome, 'new'))
  const many = tx.select({ rows: count() }).from(importRows).where(fresh).get()?.rows ?? 0
  if (many === 0) return null
  if (many > newWorksAtOnce) refuse('import-too-many-new', { max: newWorksAtOnce, count: many })
  const before = Number((lastCode(tx) ?? 'P0000').slice(1))
  tx.run(sql`update import_rows set new_code = null where import_id = ${importId}`)
  tx.run(sql`update import_rows set new_code = 'P' || printf('%04d', ${before} + n.number) from
    (select id as row_id, row_number() over (order by row) as number from import_rows where import_id = ${importId} and outcome = 'new') as n
    where n.row_id = import_rows.id`)
  return before + many
}

/** Put aside: nothing of it ever counted. */
export function abandonImport(ctx: Ctx, input: ImportMove): void {
  write(ctx, 'abandonImport', input, (tx) => {
    const imp = importAt(tx, ctx, input, ['uploaded', 'reading', 'comparing', 'staged', 'applying'])
    moveImport(tx, imp, { state: 'abandoned', stopped: null })
    recordEvent(tx, ctx, { action: 'import.abandoned', subject: `import:${imp.id}`, body: { import: imp.id } })
  })
}
