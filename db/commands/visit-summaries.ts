import { and, asc, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, refuse, refuseField, sameVersion } from '../../domain/errors'
import { canKeepRounds, canSignSummary } from '../../domain/policy'
import type { SummaryInput } from '../../domain/seen-input'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { giveRating } from '../inspection/ratings'
import { roundById } from '../queries/round-access'
import { type RoundWork, roundWorkById } from '../queries/round-work'
import { leaderIds } from '../queries/visit-leaders'
import { countingVisits } from '../queries/visit-lines'
import { workById } from '../queries/work'
import { submitter } from '../review'
import { visitSummaries, visits } from '../schema'
import { write } from '../write'

/** The group's leader signs one summary of a site over every visit that counts; its rating stands from then on. Returns its id. */
export function signSummary(ctx: Ctx, input: SummaryInput): number {
  return write(ctx, 'signSummary', input, (tx) => {
    allow(canKeepRounds(ctx.actor))
    const work = roundWorkById(tx, input.roundWorkId)
    allow(canSignSummary(ctx.actor, leaderIds(tx, work)))
    refuseOver(tx, work)
    const over = visitsToSum(tx, work)
    const earlier = summariesOf(tx, work)
    sameVersion({ version: earlier.length }, input.version)
    if (earlier.length > 0 && input.why === null) refuseField('why', 'needs-reason')
    const id = insertSummary(tx, ctx, work, input)
    giveRating(tx, ctx, { ...ratingOf(work, input), summaryId: id })
    const { level, reason, words, why } = input
    const body = { round: work.roundId, summary: id, replaces: earlier.at(-1) ?? null, over, words, why, level, reason }
    recordEvent(tx, ctx, { action: 'visit.summarised', subject: `project:${workById(tx, work.projectId).code}`, body })
    return id
  })
}

const ratingOf = ({ id, projectId }: RoundWork, { level, reason }: SummaryInput) => ({
  ...{ roundWorkId: id, projectId, visitId: null },
  ...{ level, reason },
})

function refuseOver(tx: Tx, { roundId }: RoundWork): void {
  const { state } = roundById(tx, roundId)
  if (state === 'closed' || state === 'abandoned') refuse('round-not-there', {}, { state })
}

function visitsToSum(tx: Tx, { id }: RoundWork): number[] {
  const rows = tx
    .select({ id: visits.id })
    .from(visits)
    .where(and(eq(visits.roundWorkId, id), countingVisits))
    .orderBy(asc(visits.id))
    .all()
  if (rows.length === 0) refuse('no-visit-yet')
  return rows.map((visit) => visit.id)
}

const summariesOf = (tx: Tx, { id }: RoundWork): number[] =>
  tx
    .select({ id: visitSummaries.id })
    .from(visitSummaries)
    .where(eq(visitSummaries.roundWorkId, id))
    .orderBy(asc(visitSummaries.id))
    .all()
    .map((summary) => summary.id)

function insertSummary(tx: Tx, ctx: Ctx, { id: roundWorkId }: RoundWork, { words, why }: SummaryInput): number {
  const row = { roundWorkId, words, why, signedBy: submitter(ctx), signedOn: ctx.today, signedAt: ctx.at }
  return tx.insert(visitSummaries).values(row).returning({ id: visitSummaries.id }).get().id
}
