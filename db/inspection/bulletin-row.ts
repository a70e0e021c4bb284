import { and, count, eq, like } from 'drizzle-orm'
import type { Corrected } from '../../domain/bulletin'
import type { BulletinKind } from '../../domain/bulletin-workflow'
import type { Quarter } from '../../domain/calendar'
import { found } from '../../domain/errors'
import type { Reader, Tx } from '../client'
import { bulletins, documents, organisations, rounds } from '../schema'

export type BulletinRow = typeof bulletins.$inferSelect
export type RoundRow = typeof rounds.$inferSelect

export const bulletinById = (db: Reader, id: number): BulletinRow => found(db.select().from(bulletins).where(eq(bulletins.id, id)).get())
export const roundById = (db: Reader, id: number): RoundRow => found(db.select().from(rounds).where(eq(rounds.id, id)).get())

export function moveBulletin(tx: Tx, row: BulletinRow, columns: Partial<BulletinRow>): void {
  tx.update(bulletins)
    .set({ ...columns, version: row.version + 1 })
    .where(eq(bulletins.id, row.id))
    .run()
}

/** 发文机关 is the office of whoever drafts. */
export function officeOf(db: Reader, organisationId: number): string {
  return found(db.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, organisationId)).get()).name
}

const kindWords: Record<BulletinKind, string> = { bulletin: '通报', erratum: '更正' }

/** Our own number of a document: `2025Q3-通报-1`. Documents are never deleted, so their count is the last position. */
export function nextDocumentNumber(db: Reader, quarter: Quarter, kind: BulletinKind): string {
  const begins = `${quarter}-${kindWords[kind]}-`
  const before = db
    .select({ rows: count() })
    .from(documents)
    .where(and(eq(documents.kind, kind), like(documents.number, `${begins}%`)))
    .get()
  return `${begins}${(before?.rows ?? 0) + 1}`
}

/** What an erratum points at. */
export function correctedBy(db: Reader, { erratumOfId }: Pick<BulletinRow, 'erratumOfId'>): Corrected | null {
  if (erratumOfId === null) return null
  const { number, title, day, sha256 } = documents
  const row = found(db.select({ number, title, day, sha256 }).from(documents).where(eq(documents.id, erratumOfId)).get())
  return { ...row, sha256: found(row.sha256) }
}

/** One a round. */
export function hasBulletin(db: Reader, roundId: number): boolean {
  const ofRound = and(eq(bulletins.roundId, roundId), eq(bulletins.kind, 'bulletin'))
  return db.select({ id: bulletins.id }).from(bulletins).where(ofRound).get() !== undefined
}
