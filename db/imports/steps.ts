import { and, asc, eq, gt } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { house, orm, type Tx } from '../client'
import { recordEvent } from '../events'
import { hashJson } from '../hash'
import { importRows, imports, planSourceRows, registerAdditions } from '../schema'
import { write } from '../write'
import { countOutcomes, prepareSome, readyToShow, showApplied } from './apply'
import { fillIndex, verdictOn } from './compare'
import type { MappedImport, SheetRow } from './import-row'
import { moveImport } from './load'
import { rowsAfter, type Surprise } from './prepare'
import { builtOn } from './references'
import { type Session, sessionOf } from './session'
import { applyRow } from './try-row'
import { prepareUndo, removeApplied, worksAfter } from './undo'
import { periodBeingLocked } from './undo-locks'

export type InTime = () => boolean
const command = 'stepImports'

/** Some rows are found in the library and compared with it. The rows before them have been: a row may repeat one. */
export function compareStep(ctx: Ctx, person: Ctx, imp: MappedImport, inTime: InTime): void {
  const session = sessionOf(imp, ctx.today)
  if (session.index === null || !session.filled) session.filled = fillIndex(session)
  if (!session.filled) return
  write(ctx, command, null, (tx) => {
    while (inTime()) {
      const row = nextRow(tx, imp.id, session.cursor)
      if (!row) return toPreview(tx, imp)
      tx.update(importRows)
        .set(verdictOn(person, imp, row, session.index!))
        .where(eq(importRows.id, row.id))
        .run()
      session.cursor = row.row
      session.prepared += 1
    }
    return setDone(tx, imp, session.prepared)
  })
}

function toPreview(tx: Tx, imp: MappedImport): void {
  moveImport(tx, imp, { state: 'staged', done: imp.rows, counts: countOutcomes(tx, imp.id) })
}

const nextRow = (tx: Tx, importId: number, cursor: number): SheetRow | undefined =>
  tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), gt(importRows.row, cursor)))
    .orderBy(asc(importRows.row))
    .limit(1)
    .get()

export function applyStep(ctx: Ctx, person: Ctx, imp: MappedImport, inTime: InTime): void {
  const session = sessionOf(imp, ctx.today)
  const done = write(ctx, command, null, (tx) => {
    const prepared = prepareSome(person, imp, session, inTime)
    for (const surprise of prepared.surprises) noteSurprise(tx, surprise)
    setDone(tx, imp, session.prepared)
    return prepared.done
  })
  if (done && readyToShow(imp, session)) write(ctx, command, null, (tx) => showApplied(tx, person, imp, session))
}

function noteSurprise(tx: Tx, { id, ...verdict }: Surprise): void {
  tx.update(importRows).set(verdict).where(eq(importRows.id, id)).run()
}

function setDone(tx: Tx, imp: MappedImport, done: number): void {
  tx.update(imports).set({ done }).where(eq(imports.id, imp.id)).run()
}

/** A plan source has tables of its own: its rows are written there, and count for nobody until the import is approved. */
export function sourceStep(ctx: Ctx, person: Ctx, imp: MappedImport, inTime: InTime): void {
  const session = sessionOf(imp, ctx.today)
  write(ctx, command, null, (tx) => {
    if (session.cursor === 0) clearSource(tx, imp.id)
    while (inTime()) {
      const [row] = rowsAfter(imp.id, session.cursor, 1)
      if (!row) return submitSource(tx, person, imp, session)
      applyRow(tx, { ctx: person, imp, row, projectId: row.projectId, code: '' })
      session.digests.set(row.id, hashJson(JSON.parse(JSON.stringify([row.row, row.values]))))
      session.cursor = row.row
      session.prepared += 1
    }
    return setDone(tx, imp, session.prepared)
  })
}

function clearSource(tx: Tx, importId: number): void {
  tx.delete(registerAdditions).where(eq(registerAdditions.importId, importId)).run()
  tx.delete(planSourceRows).where(eq(planSourceRows.importId, importId)).run()
}

function submitSource(tx: Tx, person: Ctx, imp: MappedImport, session: Session): void {
  const counts = countOutcomes(tx, imp.id)
  const rowsHash = hashJson([...session.digests].sort(([a], [b]) => a - b).map(([, digest]) => digest))
  const body = { import: imp.id, sha256: imp.sha256, sheet: imp.layout.sheet, counts, rowsHash }
  recordEvent(tx, person, { action: 'import.submitted', subject: `import:${imp.id}`, body })
  moveImport(tx, imp, { state: 'submitted', counts, rowsHash, done: imp.rows, appliedAt: person.at, appliedOn: person.today })
}

/** Work by work, what its list row will be without the import; then all of it goes in one write, unless something was built on it meanwhile. */
export function undoStep(ctx: Ctx, person: Ctx, imp: MappedImport, inTime: InTime): void {
  const session = sessionOf(imp, ctx.today)
  const made = imp.made ?? {}
  const done = write(ctx, command, null, (tx) => {
    while (inTime()) {
      const stale = session.stale.shift()
      const next = stale ?? worksAfter(made, session.cursor, 1)[0]
      if (next === undefined) return true
      prepareUndo(person, made, next, session)
      if (stale === undefined) session.cursor = next
      session.prepared += 1
    }
    setDone(tx, imp, session.prepared)
    return false
  })
  if (!done || !readyToShow(imp, session)) return
  const stopped = builtOn(made).length > 0 ? 'import-built-on' : periodBeingLocked(orm()) === null ? null : 'import-lock-under-way'
  if (stopped !== null) {
    write(ctx, command, null, (tx) => moveImport(tx, imp, { state: 'applied', stopped }))
    return
  }
  withoutForeignKeys(() => write(ctx, command, null, (tx) => removeApplied(tx, person, imp, session)))
}

/** What points at the rows has just been looked for, table by table; SQLite would look again for every single row, and hold everybody up. */
function withoutForeignKeys(work: () => void): void {
  const { sqlite } = house()
  sqlite.pragma('foreign_keys = OFF')
  try {
    work()
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
}
