import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { canMoveRound, nextRoundState } from '../../domain/inspection'
import { isCounting } from '../../domain/visit-standing'
import type { Tx } from '../client'
import { type RoundRow, roundById } from '../queries/round-access'
import type { VisitRow } from '../queries/visit-readable'
import { ratings, roundWorks, visits } from '../schema'
import { openDifferences } from './differences'
import { giveRating } from './ratings'
import { changeRound } from './round-change'

/**
 * Whoever was there first, the round has begun, and a work of its list that was visited is no longer the supervisors' secret. A visit to a
 * work that is not in the list begins no round that is still sealed: whoever was sent there by mistake has told nobody.
 */
export function openSite(tx: Tx, ctx: Ctx, { roundId, roundWorkId }: Pick<VisitRow, 'roundId' | 'roundWorkId'>): void {
  const round = roundById(tx, roundId)
  if (roundWorkId === null && round.openedAt === null) return
  if (canMoveRound(round, 'begin')) beginRound(tx, ctx, round)
  if (roundWorkId === null) return
  const sealed = and(eq(roundWorks.id, roundWorkId), isNull(roundWorks.openedAt))
  tx.update(roundWorks).set({ openedAt: ctx.at }).where(sealed).run()
}

function beginRound(tx: Tx, ctx: Ctx, round: RoundRow): void {
  const state = nextRoundState(round, 'begin')
  const columns = { state, openedAt: round.openedAt ?? ctx.at }
  changeRound(tx, ctx, round, { columns, action: 'round.begun', body: { before: { state: round.state }, after: { state } } })
}

/** What follows from a visit that counts: differences for the bureau and, where no rating stands yet, the inspector's own. */
export function countVisit(tx: Tx, ctx: Ctx, visit: VisitRow): void {
  openSite(tx, ctx, visit)
  openDifferences(tx, ctx, visit)
  const { id: visitId, roundWorkId, projectId, ratingLevel: level, ratingReason: reason } = visit
  if (roundWorkId === null || level === null || reason === null) return
  if (isRated(tx, roundWorkId) || isRatedByAnother(tx, visit)) return
  giveRating(tx, ctx, { roundWorkId, projectId, visitId, summaryId: null, level, reason })
}

const isRated = (tx: Tx, roundWorkId: number): boolean =>
  tx
    .select()
    .from(ratings)
    .where(and(eq(ratings.roundWorkId, roundWorkId), eq(ratings.current, true)))
    .get() !== undefined

/** Two inspectors' ratings both stand, until the leader sums them up. */
function isRatedByAnother(tx: Tx, { id, roundWorkId }: VisitRow): boolean {
  const others = and(eq(visits.roundWorkId, roundWorkId ?? 0), ne(visits.id, id))
  return tx
    .select()
    .from(visits)
    .where(others)
    .all()
    .some((other) => isCounting(other) && other.ratingLevel !== null)
}
