import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { orm } from './client'
import { eventBodies, events, rounds } from './schema'

/**
 * Events that would tell of a round whose list is not open: its own, and what was carried into it. They stand in the log, since the chain
 * has no gaps, but say nothing (no actor, subject, action or body), and no filter finds them.
 */
export function sealedEvent(): SQL<boolean> {
  const db = orm()
  const sealedSubjects = db
    .select({ subject: sql`'round:' || ${rounds.id}` })
    .from(rounds)
    .where(isNull(rounds.listOpenedAt))
  const sealedIds = db.select({ id: rounds.id }).from(rounds).where(isNull(rounds.listOpenedAt))
  const carried = and(eq(events.action, 'finding.carried'), sql`coalesce(json_extract(${eventBodies.body}, '$.round') in ${sealedIds}, 1)`)
  return or(sql`${events.subject} in ${sealedSubjects}`, carried) as SQL<boolean>
}
