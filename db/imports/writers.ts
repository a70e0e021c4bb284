import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Actor, isSelf } from '../../domain/actor'
import { refuse } from '../../domain/errors'
import type { EventAction } from '../../domain/events'
import type { Reader } from '../client'
import { events, imports } from '../schema'

const written: readonly EventAction[] = ['import.uploaded', 'import.mapped', 'import.decided', 'import.started', 'import.submitted']

/** Everybody who handed it in, said what its columns or one of its rows mean, or started it: none of them decides of it. */
export function writersOf(db: Reader, importId: number): number[] {
  const theirs = and(eq(events.subject, `import:${importId}`), inArray(events.action, [...written]))
  const rows = db.selectDistinct({ id: events.actorId }).from(events).where(theirs).all()
  return rows.flatMap(({ id }) => id ?? [])
}

/** What an import handed in is approved by nobody who wrote in the import, whoever of them pressed its button. */
export function refuseImporter(db: Reader, actor: Actor, table: 'updates' | 'fact_sheets' | 'annual_plans', id: number): void {
  const end = (at: 0 | 1) => sql`json_extract(${imports.made}, ${`$.${table}[${at}]`})`
  const made = and(eq(imports.state, 'applied'), sql`${id} between ${end(0)} and ${end(1)}`)
  const from = db.select({ id: imports.id }).from(imports).where(made).get()
  if (from && writersOf(db, from.id).some((by) => isSelf(actor, by))) refuse('not-self')
}
