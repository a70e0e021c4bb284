import { count, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow } from '../../domain/errors'
import type { OutcomeCounts, RowOutcome } from '../../domain/import'
import { canImport } from '../../domain/policy'
import { orm, type Reader, type Tx } from '../client'
import { chainHead, recordEvent } from '../events'
import { hashJson } from '../hash'
import { importRows, imports } from '../schema'
import type { MappedImport } from './import-row'
import { prepareRow, rowsAfter, type Surprise } from './prepare'
import { promotePrepared } from './promote'
import { beginSession, type Session } from './session'
import { overtaken } from './stale'

/** How the rows stand, by outcome. */
export function countOutcomes(db: Reader, importId: number): OutcomeCounts {
  const counts: OutcomeCounts = { new: 0, changed: 0, same: 0, doubtful: 0, refused: 0, skipped: 0 }
  const rows = db.select({ outcome: importRows.outcome, rows: count() }).from(importRows).where(eq(importRows.importId, importId))
  for (const { outcome, rows: many } of rows.groupBy(importRows.outcome).all()) if (outcome !== null) counts[outcome as RowOutcome] = many
  return counts
}

/** Prepares rows until time is up; what turned out otherwise than in the preview comes back. `done` = all of them are prepared. */
export function prepareSome(
  ctx: Ctx,
  imp: MappedImport,
  session: Session,
  inTime: () => boolean,
): { surprises: Surprise[]; done: boolean } {
  const surprises: Surprise[] = []
  while (inTime()) {
    const rows = session.stale.length > 0 ? staleRows(session) : rowsAfter(imp.id, session.cursor, 20)
    const fresh = session.stale.length === 0
    if (rows.length === 0) return { surprises, done: true }
    for (const row of rows) {
      const surprise = prepareRow(ctx, imp, row, session)
      if (surprise) surprises.push(surprise)
      if (fresh) {
        session.cursor = row.row
        session.prepared += 1
      } else session.stale = session.stale.filter((id) => id !== row.id)
      if (!inTime()) break
    }
  }
  return { surprises, done: false }
}

const staleRows = ({ stale }: Session) => {
  const rows = orm()
    .select()
    .from(importRows)
    .where(eq(importRows.id, stale[0] ?? 0))
    .all()
  return rows
}

/** Once everything is prepared and nothing has overtaken it: the one short write with which the import becomes visible. */
export function readyToShow(imp: MappedImport, session: Session): boolean {
  const late = overtaken(session)
  if (late === 'all') beginSession(imp, session.today)
  else session.stale = late
  return late !== 'all' && late.length === 0
}

export function showApplied(tx: Tx, ctx: Ctx, imp: MappedImport, session: Session): void {
  allow(canImport(ctx.actor))
  const made = promotePrepared(firstCodeOf(imp), [...session.columns])
  nameNewWorks(tx, imp.id)
  const counts = countOutcomes(tx, imp.id)
  const rowsHash = hashJson([...session.digests].sort(([a], [b]) => a - b).map(([, digest]) => digest))
  const body = { import: imp.id, purpose: imp.purpose, sha256: imp.sha256, sheet: imp.layout.sheet, counts, made, rowsHash }
  recordEvent(tx, ctx, { action: 'import.applied', subject: `import:${imp.id}`, body: JSON.parse(JSON.stringify(body)) })
  const visible = {
    state: 'applied' as const,
    counts,
    made,
    rowsHash,
    visibleSeq: chainHead(tx).seq,
    appliedAt: ctx.at,
    appliedOn: ctx.today,
  }
  tx.update(imports)
    .set({ ...visible, done: imp.rows, stopped: null, version: imp.version + 1 })
    .where(eq(imports.id, imp.id))
    .run()
}

/** The number of the first code reserved for works of this import; null when it makes none. */
function firstCodeOf(imp: MappedImport): number | null {
  if (imp.lastCode === null) return null
  const reserved = orm()
    .select({ first: sql<number>`min(cast(substr(${importRows.newCode}, 2) as integer))` })
    .from(importRows)
    .where(eq(importRows.importId, imp.id))
    .get()
  return reserved?.first ?? null
}

function nameNewWorks(tx: Tx, importId: number): void {
  tx.run(sql`update import_rows set project_id = (select id from projects where code = import_rows.new_code)
    where import_id = ${importId} and new_code is not null and outcome = 'new'`)
}
