import { and, eq } from 'drizzle-orm'
import { actorId, type Ctx, isSelf } from '../../domain/actor'
import { allow, found, refuse } from '../../domain/errors'
import { canKeepRounds, canSettleVisit } from '../../domain/policy'
import type { VisitSettling } from '../../domain/seen-input'
import { waitsForSettling } from '../../domain/visit-standing'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { countVisit } from '../inspection/visit-counting'
import { roundById } from '../queries/round-access'
import type { VisitRow } from '../queries/visit-readable'
import { workById } from '../queries/work'
import { roundWorks, visits } from '../schema'
import { write } from '../write'

/** A supervisor who did not go there decides whether a visit in conflict counts; then it does all that any counting visit does. Returns the visit's id. */
export function settleVisit(ctx: Ctx, input: VisitSettling): number {
  return write(ctx, 'settleVisit', input, (tx) => {
    const visit = visitToSettle(tx, ctx, input.id)
    const { outcome: settled, reason } = input
    const columns = { settled, settledBy: actorId(ctx.actor), settledOn: ctx.today, settledReason: reason }
    const roundWorkId = settled === 'counts' ? siteToCount(tx, visit) : visit.roundWorkId
    tx.update(visits)
      .set({ ...columns, roundWorkId })
      .where(eq(visits.id, visit.id))
      .run()
    const body = { visit: visit.id, round: visit.roundId, conflict: visit.conflict, after: { settled, reason } }
    recordEvent(tx, ctx, { action: 'visit.settled', subject: `project:${workById(tx, visit.projectId).code}`, body })
    if (settled === 'counts') countVisit(tx, ctx, { ...visit, ...columns, roundWorkId })
    return visit.id
  })
}

/** Whoever went there is told why they do not decide; a second decision meets the first. */
function visitToSettle(tx: Tx, ctx: Ctx, id: number): VisitRow {
  allow(canKeepRounds(ctx.actor))
  const visit = found(tx.select().from(visits).where(eq(visits.id, id)).get())
  if (isSelf(ctx.actor, visit.inspectorId)) refuse('not-self')
  allow(canSettleVisit(ctx.actor, visit))
  if (visit.settled !== null) refuse('already-decided', {}, { settled: visit.settled, settledOn: visit.settledOn })
  if (!waitsForSettling(visit)) refuse('nothing-to-settle')
  return visit
}

/**
 * A work that was not in the list when it was visited may have been added since: then the visit is one of that site. Outside a list that is
 * still sealed nothing counts: what follows from it would tell of the round.
 */
function siteToCount(tx: Tx, { roundWorkId, roundId, projectId }: VisitRow): number | null {
  if (roundWorkId !== null) return roundWorkId
  const listed = and(eq(roundWorks.roundId, roundId), eq(roundWorks.projectId, projectId))
  const site = tx.select({ id: roundWorks.id }).from(roundWorks).where(listed).get()
  const { state, listOpenedAt } = roundById(tx, roundId)
  if (!site && listOpenedAt === null) refuse('round-not-there', {}, { state })
  return site?.id ?? null
}
