import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Actor, isSelf } from '../../domain/actor'
import { refuse } from '../../domain/errors'
import type { EventAction } from '../../domain/events'
import type { ReviewKind } from '../../domain/review-order'
import type { Reader } from '../client'
import { events, imports } from '../schema'

const written: readonly EventAction[] = ['import.uploaded', 'import.mapped', 'import.decided', 'import.started', 'import.submitted']

/** Everybody who handed it in, said what its columns or one of its rows mean, or started it: none of them decides of it. */
export function writersOf(db: Reader, importId: number): number[] {
  const theirs = and(eq(events.subject, `import:${importId}`), inArray(events.action, [...written]))
  const rows = db.selectDistinct({ id: events.actorId }).from(events).where(theirs).all()
  return rows.flatMap(({ id }) => id ?? [])
}

export type Imported = 'updates' | 'fact_sheets' | 'annual_plans'
const first = (table: Imported) => sql<number>`json_extract(${imports.made}, ${`$.${table}[0]`})`
const last = (table: Imported) => sql<number>`json_extract(${imports.made}, ${`$.${table}[1]`})`

/** The import that handed it in and that the actor wrote in: somebody else decides of it, whoever of them pressed its button. */
export function ownImport(db: Reader, actor: Actor, table: Imported, id: number): number | null {
  const made = and(eq(imports.state, 'applied'), sql`${id} between ${first(table)} and ${last(table)}`)
  const from = db.select({ id: imports.id }).from(imports).where(made).get()
  return from && writersOf(db, from.id).some((by) => isSelf(actor, by)) ? from.id : null
}

export function refuseImporter(db: Reader, actor: Actor, table: Imported, id: number): void {
  if (ownImport(db, actor, table, id) !== null) refuse('not-self')
}

/** First and last id of what the actor's imports made in a table, of those that may hold one from `oldest` on. */
export function importedBy(db: Reader, actor: Actor, table: Imported, oldest: number | null): (readonly [number, number])[] {
  if (oldest === null) return []
  const made = and(eq(imports.state, 'applied'), sql`${last(table)} >= ${oldest}`)
  const rows = db
    .select({ id: imports.id, from: first(table), to: last(table) })
    .from(imports)
    .where(made)
    .all()
  return rows.flatMap(({ id, from, to }) => (writersOf(db, id).some((by) => isSelf(actor, by)) ? [[from, to] as const] : []))
}

/** What an import can hand in, by its kind in the queue. */
export const importedTables: Partial<Record<ReviewKind, Imported>> = {
  update: 'updates',
  'fact-sheet': 'fact_sheets',
  'annual-plan': 'annual_plans',
}

/** Rows of the queue: one's own are those of one's imports as well. */
export function ownMarked<Row extends { id: number; own: boolean }>(db: Reader, actor: Actor, kind: ReviewKind, rows: Row[]): Row[] {
  const table = importedTables[kind]
  if (table === undefined || rows.length === 0) return rows
  const made = importedBy(db, actor, table, Math.min(...rows.map(({ id }) => id)))
  return made.length === 0
    ? rows
    : rows.map((row) => ({ ...row, own: row.own || made.some(([from, to]) => row.id >= from && row.id <= to) }))
}
