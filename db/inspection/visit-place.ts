import { and, eq } from 'drizzle-orm'
import { actorId, type Ctx } from '../../domain/actor'
import { allow, refuse } from '../../domain/errors'
import { isRoundOpen, takesVisits } from '../../domain/inspection'
import { canReadRound, canRecordVisit, canTakeAlong } from '../../domain/policy'
import type { VisitConflict } from '../../domain/visit'
import type { Reader, Tx } from '../client'
import { type RoundRow, roundById } from '../queries/round-access'
import type { VisitRow } from '../queries/visit-readable'
import { type Work, workByCode } from '../queries/work'
import { roundWorks, visits } from '../schema'
import { isAssigned, reviewedBy, type Team, teamFor } from './visit-team'

type RoundWorkRow = typeof roundWorks.$inferSelect
/** Where somebody stands and records; `roundWork` null = the round does not (or no longer) list the work. */
export type Place = { round: RoundRow; work: Work; roundWork: RoundWorkRow | null; team: Team }

/** The round and the work of a visit, for whoever may record there; a sealed round is not found. */
export function placeToVisit(tx: Tx, ctx: Ctx, { round: roundId, code }: { round: number; code: string }): Place {
  allow(canTakeAlong(ctx.actor))
  const round = roundById(tx, roundId)
  if (!canReadRound(ctx.actor, { open: round.openedAt !== null })) refuse('not-found')
  if (isRoundOpen(round) && !takesVisits(round)) refuse('round-not-there', {}, { state: round.state })
  const work = workByCode(tx, code)
  const place = placeOf(tx, ctx, round, work)
  allow(mayRecord(tx, ctx, place))
  return place
}

export function placeOf(db: Reader, ctx: Ctx, round: RoundRow, work: Work): Place {
  const listed = and(eq(roundWorks.roundId, round.id), eq(roundWorks.projectId, work.id))
  const roundWork = db.select().from(roundWorks).where(listed).get() ?? null
  return { round, work, roundWork, team: teamFor(db, round.id, actorId(ctx.actor)) }
}

function mayRecord(db: Reader, { actor }: Ctx, { round, work, roundWork, team }: Place): boolean {
  const reviewerIds = reviewedBy(db, actorId(actor), [work.id]).has(work.id) ? [actorId(actor) ?? 0] : []
  const open = round.listOpenedAt !== null || (roundWork?.openedAt ?? null) !== null
  return canRecordVisit(actor, { joint: round.kind === 'joint', open, memberIds: team.memberIds, reviewerIds })
}

/** What keeps a visit from counting until a person has looked at it. */
export function disputeOf({ round, work, roundWork, team }: Place): Exclude<VisitConflict, 'changed'> | null {
  if (work.stage === 'withdrawn') return 'withdrawn'
  if (roundWork === null) return 'not-in-scope'
  if (!takesVisits(round)) return 'visits-ended'
  return isAssigned(team, roundWork.groupId) ? null : 'not-assigned'
}

/** One's own visit by the phone's id; another's is not found, an unknown one may still come. */
export function ownVisit(tx: Tx, ctx: Ctx, clientId: string): VisitRow {
  allow(canTakeAlong(ctx.actor))
  const visit = tx.select().from(visits).where(eq(visits.clientId, clientId)).get() ?? refuse('visit-not-come')
  if (visit.inspectorId !== actorId(ctx.actor)) refuse('not-found')
  return visit
}
