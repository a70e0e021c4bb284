import { and, eq } from 'drizzle-orm'
import type { Reader } from '../client'
import { factSheets } from '../schema'

export type SheetRow = typeof factSheets.$inferSelect

/** The revision in force. */
export function sheetInForce(db: Reader, projectId: number): SheetRow | null {
  const current = and(eq(factSheets.projectId, projectId), eq(factSheets.current, true))
  return db.select().from(factSheets).where(current).get() ?? null
}

/** The revision that waits for review; there is never more than one. */
export function waitingSheet(db: Reader, projectId: number): SheetRow | null {
  const waiting = and(eq(factSheets.projectId, projectId), eq(factSheets.status, 'submitted'))
  return db.select().from(factSheets).where(waiting).get() ?? null
}
