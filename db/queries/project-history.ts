import { and, desc, eq, exists, inArray, isNull, lt, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { Instant } from '../../domain/calendar'
import { type Change, changesOf } from '../../domain/event-changes'
import type { Json } from '../../domain/events'
import { orm } from '../client'
import { eventBodies, events, rounds, visits } from '../schema'
import { maskedQuote } from './mask'
import { type Person, peopleOf } from './people'
import type { ProjectHead } from './project'
import { type ImportedIn, importsInto } from './project-imports'
import { knownVisits } from './project-visits'

export const historyAPage = 12

export type HistoryRow = {
  seq: number
  at: Instant
  /** null = the system. */
  who: Person | null
  action: string
  changes: Change[]
  /** The words were erased; that it happened stands. */
  erased: boolean
  /** The file it came with, where an import gave the work something. */
  imported: Pick<ImportedIn, 'id' | 'fileName' | 'sheet' | 'rows'> | null
}

const visitEvents = ['visit.started', 'visit.finished', 'visit.settled', 'photo.announced', 'photo.received', 'photo.refused']

/** A visit's event is read by whoever may know of the visit; what no visit made is everybody's who reads the work. */
function knownEvents(sight: ProjectHead['seesVisits']): SQL | undefined {
  if (sight === 'all') return undefined
  const ofVisit = and(sql`${visits.id} = json_extract(${eventBodies.body}, '$.visit')`, knownVisits(sight))
  const known = orm().select({ id: visits.id }).from(visits).innerJoin(rounds, eq(rounds.id, visits.roundId)).where(ofVisit)
  return or(notInArray(events.action, visitEvents), isNull(eventBodies.body), exists(known))
}

/** Without a number to add there is no “or”: with an empty list SQLite would read every event. */
const orOf = (ofWork: SQL | undefined, seqs: readonly number[]): SQL | undefined =>
  seqs.length > 0 ? or(ofWork, inArray(events.seq, [...seqs])) : ofWork

/** What happened to a work, newest first: who, when, before and after. */
export function projectHistory(head: ProjectHead, before: number | null): { rows: HistoryRow[]; next: number | null } {
  const { work, seesContacts, seesVisits } = head
  const db = orm()
  const imported = importsInto(head)
  const ofWork = and(eq(events.subject, `project:${work.code}`), knownEvents(seesVisits))
  const found = db
    .select({ event: events, body: eventBodies.body })
    .from(events)
    .leftJoin(eventBodies, eq(eventBodies.seq, events.seq))
    .where(and(orOf(ofWork, [...imported.keys()]), before === null ? undefined : lt(events.seq, before)))
    .orderBy(desc(events.seq))
    .limit(historyAPage + 1)
    .all()
  const shown = found.slice(0, historyAPage)
  const people = peopleOf(
    db,
    shown.map(({ event }) => imported.get(event.seq)?.by ?? event.actorId),
  )
  const rows = shown.map(({ event: { seq, at, actorId, action }, body }): HistoryRow => {
    const file = imported.get(seq)
    const by = file?.by ?? actorId
    const who = by === null ? null : (people.get(by) ?? null)
    if (file) return { seq, at, who, action, changes: file.changes, erased: false, imported: file }
    const changes = body === null ? [] : changesOf(JSON.parse(maskedQuote(body)) as Json, seesContacts)
    return { seq, at, who, action, changes, erased: body === null, imported: null }
  })
  return { rows, next: found.length > historyAPage ? (shown.at(-1)?.event.seq ?? null) : null }
}
