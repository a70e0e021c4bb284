import { and, asc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import type { Day } from '../../domain/calendar'
import type { Reader } from '../client'
import { organisationNames, organisations } from '../schema'

type Named = { organisationId: number; name: string; fromDay: Day; toDay: Day | null }
type Ids = readonly (number | null)[]

/** In order of their days; of two that begin on one day the later entered comes last. */
function namesOf(db: Reader, ids: Ids): (id: number) => Named[] {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return () => []
  const rows = db.select().from(organisationNames).where(inArray(organisationNames.organisationId, wanted))
  const sorted = rows.orderBy(asc(organisationNames.fromDay), asc(organisationNames.id)).all()
  return (id) => sorted.filter(({ organisationId }) => organisationId === id)
}

/**
 * What organisations were called on a day. A day before the first name we know of has that first name; null where names were never kept: then
 * the present one stands.
 */
export function namesAt(db: Reader, ids: Ids): (id: number, day: Day) => string | null {
  const names = namesOf(db, ids)
  return (id, day) => (names(id).findLast(({ fromDay }) => fromDay <= day) ?? names(id)[0])?.name ?? null
}

/** The same of one day, for what was published or handed in then; an organisation without kept names is not in it. */
export function namesOn(db: Reader, day: Day, ids: Ids): Map<number, string> {
  const nameAt = namesAt(db, ids)
  return new Map(ids.flatMap((id) => (id === null ? [] : pair(id, nameAt(id, day)))))
}

const pair = (id: number, name: string | null): [number, string][] => (name === null ? [] : [[id, name]])

/** One organisation's name on a day; null when its names were never kept. */
export const nameOn = (db: Reader, organisationId: number, day: Day): string | null => namesAt(db, [organisationId])(organisationId, day)

/** What an organisation was called from a day to a day (null = to now), in order; none when its names were never kept. */
export function namesDuring(db: Reader, ids: Ids): (id: number, from: Day, to: Day | null) => string[] {
  const names = namesOf(db, ids)
  return (id, from, to) =>
    names(id)
      .filter(({ fromDay, toDay }) => (to === null || fromDay < to) && (toDay === null || (toDay > from && toDay > fromDay)))
      .map(({ name }) => name)
}

/** A column beside `organisations`: its earlier names, with 、 between; null when it was always called so. */
export const formerNames = sql<string | null>`(select group_concat(${organisationNames.name}, '、') from ${organisationNames}
  where ${and(
    eq(organisationNames.organisationId, organisations.id),
    isNotNull(organisationNames.toDay),
    ne(organisationNames.name, organisations.name),
  )})`
