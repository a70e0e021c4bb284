import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { EventAction } from '../../domain/events'
import { orm } from '../client'
import { eventBodies, events, rounds, visits } from '../schema'
import { isListSealed } from './round-draws'

const visitEvents: EventAction[] = ['visit.started', 'visit.finished', 'visit.settled', 'photo.announced', 'photo.received']

/**
 * Events that would tell of a round whose list is not open: its own, what was carried into it, and visits to works that are not in it. They
 * stand in the log, since the chain has no gaps, but say nothing (no actor, subject, action or body), and no filter finds them.
 */
export function sealedEvent(): SQL<boolean> {
  const db = orm()
  const sealedSubjects = db
    .select({ subject: sql`'round:' || ${rounds.id}` })
    .from(rounds)
    .where(isListSealed())
  const sealedIds = db.select({ id: rounds.id }).from(rounds).where(isListSealed())
  const carried = and(eq(events.action, 'finding.carried'), sql`coalesce(${said('round')} in ${sealedIds}, 1)`)
  return or(sql`${events.subject} in ${sealedSubjects}`, carried, strayVisit(), strayFinding()) as SQL<boolean>
}

const said = (name: string): SQL => sql`json_extract(${eventBodies.body}, ${`$.${name}`})`

/** What opened no site is not told of: somebody stood at a work that the sealed list does not name. */
function strayVisit(): SQL | undefined {
  const stray = orm()
    .select({ id: visits.id })
    .from(visits)
    .innerJoin(rounds, eq(rounds.id, visits.roundId))
    .where(and(isNull(visits.roundWorkId), isListSealed()))
  return and(inArray(events.action, visitEvents), sql`${said('visit')} in ${stray}`)
}

/** The finding itself is no secret; that a round nobody knows of found it is. */
function strayFinding(): SQL | undefined {
  const unknown = orm()
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(isNull(rounds.openedAt), isListSealed()))
  return and(eq(events.action, 'finding.registered'), sql`${said('roundId')} in ${unknown}`)
}
