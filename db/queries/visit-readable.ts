import { eq } from 'drizzle-orm'
import { type Actor, isSelf } from '../../domain/actor'
import { allow, found, refuse } from '../../domain/errors'
import { canKeepRounds, canListProjects, canReadAllProjects, canReadVisit } from '../../domain/policy'
import { isCounting } from '../../domain/visit-standing'
import type { Reader } from '../client'
import { roundWorks, visits } from '../schema'
import { type RoundRow, roundById } from './round-access'
import { type Work, workById } from './work'

export type VisitRow = typeof visits.$inferSelect

/**
 * A visit with its work and round. While its site is sealed only supervisors (and whoever went there) know of it; a unit finds what counts
 * of its own works, nobody else's, and nothing that is still in dispute.
 */
export function readableVisit(db: Reader, actor: Actor, id: number): { visit: VisitRow; work: Work; round: RoundRow } {
  allow(canListProjects(actor))
  const visit = found(db.select().from(visits).where(eq(visits.id, id)).get())
  const work = workById(db, visit.projectId)
  const round = roundById(db, visit.roundId)
  if (!mayKnow(db, actor, { visit, work, round })) refuse('not-found')
  return { visit, work, round }
}

/** The same, asked of a file that hangs on a visit. */
export function isVisitReadable(db: Reader, actor: Actor, id: number): boolean {
  const visit = db.select().from(visits).where(eq(visits.id, id)).get()
  if (!visit || !canListProjects(actor)) return false
  return mayKnow(db, actor, { visit, work: workById(db, visit.projectId), round: roundById(db, visit.roundId) })
}

function mayKnow(db: Reader, actor: Actor, { visit, work, round }: { visit: VisitRow; work: Work; round: RoundRow }): boolean {
  const knows = canKeepRounds(actor) || isSelf(actor, visit.inspectorId)
  const open = isSiteOpen(db, visit, round) && (canReadAllProjects(actor) || isCounting(visit))
  return canReadVisit(actor, work) && (knows || open)
}

function isSiteOpen(db: Reader, { roundWorkId }: VisitRow, { listOpenedAt }: RoundRow): boolean {
  if (listOpenedAt !== null || roundWorkId === null) return listOpenedAt !== null
  const site = db.select({ openedAt: roundWorks.openedAt }).from(roundWorks).where(eq(roundWorks.id, roundWorkId)).get()
  return site !== undefined && site.openedAt !== null
}
