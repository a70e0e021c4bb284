import { and, desc, eq, exists, isNull, lt, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { Instant } from '../../domain/calendar'
import { type Change, changesOf } from '../../domain/event-changes'
import type { Json } from '../../domain/events'
import { orm } from '../client'
import { eventBodies, events, rounds, visits } from '../schema'
import { maskedQuote } from './mask'
import { type Person, peopleOf } from './people'
import type { ProjectHead } from './project'
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
}

const visitEvents = ['visit.started', 'visit.finished', 'visit.settled', 'photo.announced', 'photo.received', 'photo.refused']

/** A visit's event is read by whoever may know of the visit; what no visit made is everybody's who reads the work. */
function knownEvents(sight: ProjectHead['seesVisits']): SQL | undefined {
  if (sight === 'all') return undefined
  const ofVisit = and(sql`${visits.id} = json_extract(${eventBodies.body}, '$.visit')`, knownVisits(sight))
  const known = orm().select({ id: visits.id }).from(visits).innerJoin(rounds, eq(rounds.id, visits.roundId)).where(ofVisit)
  return or(notInArray(events.action, visitEvents), isNull(eventBodies.body), exists(known))
}

/** What happened to a work, newest first: who, when, before and after. */
export function projectHistory(
  { work, seesContacts, seesVisits }: ProjectHead,
  before: number | null,
): { rows: HistoryRow[]; next: number | null } {
  const db = orm()
  const found = db
    .select({ event: events, body: eventBodies.body })
    .from(events)
    .leftJoin(eventBodies, eq(eventBodies.seq, events.seq))
    .where(and(eq(events.subject, `project:${work.code}`), before === null ? undefined : lt(events.seq, before), knownEvents(seesVisits)))
    .orderBy(desc(events.seq))
    .limit(historyAPage + 1)
    .all()
  const shown = found.slice(0, historyAPage)
  const people = peopleOf(
    db,
    shown.map(({ event }) => event.actorId),
  )
  const rows = shown.map(({ event, body }) => ({
    seq: event.seq,
    at: event.at,
    who: event.actorId === null ? null : (people.get(event.actorId) ?? null),
    action: event.action,
    changes: body === null ? [] : changesOf(JSON.parse(maskedQuote(body)) as Json, seesContacts),
    erased: body === null,
  }))
  return { rows, next: found.length > historyAPage ? (shown.at(-1)?.event.seq ?? null) : null }
}
