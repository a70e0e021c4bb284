import { and, eq } from 'drizzle-orm'
import { actorId, type Ctx, isSelf } from '../../domain/actor'
import { nextDifferenceState, outcomesOf } from '../../domain/difference'
import { allow, found, refuse, refuseField, sameVersion } from '../../domain/errors'
import { canReadDifferences, canSettleDifference } from '../../domain/policy'
import type { DifferenceDecision } from '../../domain/seen-input'
import type { SeenFigure } from '../../domain/visit'
import type { FigureSeen } from '../../domain/visit-compare'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { correctionOf } from '../inspection/difference-correction'
import { tellersOf } from '../inspection/difference-tellers'
import { lineOf } from '../queries/visit-lines'
import { workById } from '../queries/work'
import { differences, visitFigures, visits } from '../schema'
import { write } from '../write'

type Difference = typeof differences.$inferSelect

/** The bureau has the figure corrected by a revision, notes that it has been, or keeps it and says why. Nothing reported is overwritten. */
export function settleDifference(ctx: Ctx, input: DifferenceDecision): void {
  write(ctx, 'settleDifference', input, (tx) => {
    const { row, code } = differenceToSettle(tx, ctx, input.id)
    const state = nextDifferenceState(row.state, input.outcome)
    sameVersion(row, input.version)
    checkOutcome(tx, ctx, row, input)
    const updateId = input.outcome === 'revised' ? corrected(tx, row) : null
    const { reason } = input
    tx.update(differences)
      .set({ state, reason, updateId, decidedBy: actorId(ctx.actor), decidedOn: ctx.today, version: row.version + 1 })
      .where(eq(differences.id, row.id))
      .run()
    const body = { difference: row.id, figure: row.figure, before: row.state, after: state, reason, update: updateId }
    recordEvent(tx, ctx, { action: 'difference.settled', subject: `project:${code}`, body })
  })
}

/** Whoever saw it is told why they do not decide of it; everybody else without the permission is refused. */
function differenceToSettle(tx: Tx, ctx: Ctx, id: number): { row: Difference; code: string } {
  allow(canReadDifferences(ctx.actor))
  const row = found(tx.select().from(differences).where(eq(differences.id, id)).get())
  const visit = found(tx.select({ inspectorId: visits.inspectorId }).from(visits).where(eq(visits.id, row.visitId)).get())
  if (isSelf(ctx.actor, visit.inspectorId)) refuse('not-self')
  allow(canSettleDifference(ctx.actor, visit))
  return { row, code: workById(tx, row.projectId).code }
}

/** Four eyes: a figure is not kept by whoever entered or approved it; asking for a revision of it is open to them too. */
function checkOutcome(tx: Tx, ctx: Ctx, row: Difference, { outcome, reason }: DifferenceDecision): void {
  if (!outcomesOf({ figure: row.figure as SeenFigure, state: row.state }).includes(outcome)) refuseField('outcome', 'not-a-choice')
  if (outcome !== 'keep') return
  if (tellersOf(tx, row, lineSeen(tx, row)).some((id) => isSelf(ctx.actor, id))) refuseField('outcome', 'told-by-you')
  if (reason === null) refuseField('reason', 'needs-reason')
}

function lineSeen(tx: Tx, row: Difference): FigureSeen {
  const ofVisit = and(eq(visitFigures.visitId, row.visitId), eq(visitFigures.figure, row.figure))
  return lineOf(found(tx.select().from(visitFigures).where(ofVisit).get()))
}

const corrected = (tx: Tx, row: Difference): number | null =>
  (correctionOf(tx, row, lineSeen(tx, row)) ?? refuseField('outcome', 'no-revision-yet')).updateId
