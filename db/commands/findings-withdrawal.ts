import { actorId, type Ctx, isSelf } from '../../domain/actor'
import { allow, refuse } from '../../domain/errors'
import type { FindingStepInput, FindingWordsInput } from '../../domain/finding-input'
import { nextFindingState } from '../../domain/finding-workflow'
import { canAssignFinding, canConfirmWithdrawal } from '../../domain/policy'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { postDueAlarms } from '../inspection/finding-clock'
import { changeFinding, findingToKeep, moveFinding, refuseHandled } from '../inspection/finding-move'
import { addStep } from '../inspection/finding-steps'
import type { FindingRow } from '../queries/finding-owned'
import { write } from '../write'

/** It was none, or is not ours: a supervisor says why, and a second one decides. Until then everything goes on. */
export function proposeWithdrawal(ctx: Ctx, input: FindingWordsInput): void {
  write(ctx, 'proposeWithdrawal', input, (tx) => {
    const row = findingToKeep(tx, ctx, input, canAssignFinding)
    refuseHandled(tx, ctx, row.id)
    nextFindingState(row.state, 'withdraw')
    if (row.withdrawalBy !== null) refuse('withdrawal-proposed')
    postDueAlarms(tx, ctx, row.id)
    changeFinding(tx, row, { withdrawalBy: actorId(ctx.actor), withdrawalReason: input.words })
    addStep(tx, ctx, row.id, { step: 'propose-withdrawal', from: row.state, to: row.state, words: input.words })
    const body = { state: row.state, reason: input.words }
    recordEvent(tx, ctx, { action: 'finding.withdrawal-proposed', subject: `finding:${row.number}`, body })
  })
}

export function confirmWithdrawal(ctx: Ctx, input: FindingStepInput): void {
  write(ctx, 'confirmWithdrawal', input, (tx) => {
    const { row, proposedBy, reason } = withdrawalToDecide(tx, ctx, input)
    const cleared = { withdrawalBy: null, withdrawalReason: null }
    moveFinding(tx, ctx, row, 'withdraw', cleared, { words: input.words ?? reason, more: { proposedBy, reason } })
  })
}

export function refuseWithdrawal(ctx: Ctx, input: FindingWordsInput): void {
  write(ctx, 'refuseWithdrawal', input, (tx) => {
    const { row, proposedBy } = withdrawalToDecide(tx, ctx, input)
    postDueAlarms(tx, ctx, row.id)
    changeFinding(tx, row, { withdrawalBy: null, withdrawalReason: null })
    addStep(tx, ctx, row.id, { step: 'refuse-withdrawal', from: row.state, to: row.state, words: input.words })
    const body = { proposedBy, reason: input.words }
    recordEvent(tx, ctx, { action: 'finding.withdrawal-refused', subject: `finding:${row.number}`, body })
  })
}

type Proposed = { row: FindingRow; proposedBy: number; reason: string | null }

function withdrawalToDecide(tx: Tx, ctx: Ctx, input: { id: number; version: number }): Proposed {
  const row = findingToKeep(tx, ctx, input, canAssignFinding)
  refuseHandled(tx, ctx, row.id)
  const proposedBy = row.withdrawalBy ?? refuse('withdrawal-not-proposed')
  if (isSelf(ctx.actor, proposedBy)) refuse('not-self')
  allow(canConfirmWithdrawal(ctx.actor, proposedBy))
  return { row, proposedBy, reason: row.withdrawalReason }
}
