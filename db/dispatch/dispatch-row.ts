import { and, count, eq, like } from 'drizzle-orm'
import type { Issue } from '../../domain/bulletin-paper'
import type { Month } from '../../domain/calendar'
import { dispatchPaper } from '../../domain/dispatch-paper'
import { found } from '../../domain/errors'
import type { Paper } from '../../domain/official-document'
import type { Reader, Tx } from '../client'
import { dispatches, documents } from '../schema'

export type DispatchRow = typeof dispatches.$inferSelect

export const dispatchById = (db: Reader, id: number): DispatchRow => found(db.select().from(dispatches).where(eq(dispatches.id, id)).get())

export function moveDispatch(tx: Tx, row: DispatchRow, columns: Partial<DispatchRow>): void {
  tx.update(dispatches)
    .set({ ...columns, version: row.version + 1 })
    .where(eq(dispatches.id, row.id))
    .run()
}

/** Our own number of a document: `2025-09-调度通报-1`. Documents are never deleted, so their count is the last position. */
export function nextDispatchNumber(db: Reader, period: Month): string {
  const begins = `${period}-调度通报-`
  const before = db
    .select({ rows: count() })
    .from(documents)
    .where(and(eq(documents.kind, 'dispatch'), like(documents.number, `${begins}%`)))
    .get()
  return `${begins}${(before?.rows ?? 0) + 1}`
}

export const paperOfDispatch = ({ title, texts, facts }: Pick<DispatchRow, 'title' | 'texts' | 'facts'>, issue: Issue): Paper =>
  dispatchPaper({ title, texts }, facts, issue)
