import { eq, inArray } from 'drizzle-orm'
import type { Reader } from '../client'
import { organisations, users } from '../schema'

/** Who did something, as it is said beside a figure. */
export type Person = { name: string; organisation: string }
export type People = ReadonlyMap<number, Person>

export function peopleOf(db: Reader, ids: readonly (number | null)[]): People {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = db
    .select({ id: users.id, name: users.name, organisation: organisations.name })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(inArray(users.id, wanted))
    .all()
  return new Map(rows.map(({ id, ...person }) => [id, person]))
}
