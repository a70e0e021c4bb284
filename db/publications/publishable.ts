import { and, eq, inArray } from 'drizzle-orm'
import type { PublicationSubject } from '../../domain/publication'
import type { Reader } from '../client'
import { bulletins, dispatches, projects } from '../schema'

/** `closed` = may not be made public; `name` stands in its event's subject. */
export type Publishable = { id: number; name: string; closed: boolean }

/**
 * A paper may be made public once it is issued: a draft is nobody's word yet. A work may as long as it is in the library: a mere candidate has no
 * row there, and a withdrawn work is not announced any more. One that was public when it was withdrawn stays public, as cancelled:
 * a work that silently leaves the public list would be worse than a word of its end.
 */
export function publishable(db: Reader, subject: PublicationSubject, ids: readonly number[]): Publishable[] {
  if (subject === 'project') {
    const rows = db
      .select()
      .from(projects)
      .where(inArray(projects.id, [...ids]))
      .all()
    return rows.map(({ id, code, stage }) => ({ id, name: `project:${code}`, closed: stage === 'withdrawn' }))
  }
  const table = subject === 'bulletin' ? bulletins : dispatches
  const rows = db
    .select({ id: table.id })
    .from(table)
    .where(and(inArray(table.id, [...ids]), eq(table.state, 'issued')))
    .all()
  return rows.map(({ id }) => ({ id, name: `${subject}:${id}`, closed: false }))
}
