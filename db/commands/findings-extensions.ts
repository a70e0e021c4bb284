import { eq } from 'drizzle-orm'
import { actorId, type Ctx, isSelf } from '../../domain/actor'
import { allow, found, refuse, refuseField } from '../../domain/errors'
import type { EventAction } from '../../domain/events'
import type { ExtensionInput } from '../../domain/finding-input'
import { clockRuns } from '../../domain/finding-workflow'
import { canDecideExtension, canWithdraw } from '../../domain/policy'
import { nextStatus, type ReviewStep } from '../../domain/review-workflow'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { postDueAlarms } from '../inspection/finding-clock'
import { type ExtensionRow, openExtension } from '../inspection/finding-extensions'
import { aheadOf, changeFinding, findingToRectify, readableFinding, refuseHandled } from '../inspection/finding-move'
import { addStep } from '../inspection/finding-steps'
import type { FindingRow } from '../queries/finding-owned'
import { submitter } from '../review'
import { findingExtensions } from '../schema'
import { write } from '../write'

/** The unit asks for more time and says why; the clock runs on until somebody else agrees. */
export function requestExtension(ctx: Ctx, input: ExtensionInput): number {
  return write(ctx, 'requestExtension', input, (tx) => {
    const row = findingToRectify(tx, ctx, input)
    const previousDueOn = runningDeadline(row)
    if (input.dueOn <= previousDueOn) refuseField('dueOn', 'deadline-not-later', { day: previousDueOn })
    const asked = { findingId: row.id, previousDueOn, dueOn: aheadOf(ctx, 'dueOn', input.dueOn), reason: input.words }
    if (openExtension(tx, row.id)) refuse('one-waiting')
    postDueAlarms(tx, ctx, row.id)
    changeFinding(tx, row, {})
    const { id } = tx
      .insert(findingExtensions)
      .values({ ...asked, status: 'submitted', submittedBy: submitter(ctx), submittedAt: ctx.at })
      .returning({ id: findingExtensions.id })
      .get()
    record(tx, ctx, row, 'finding.extension-submitted', { extension: id, dueOn: input.dueOn, previousDueOn, reason: input.words })
    return id
  })
}

/** Somebody else than asked agrees: the deadline moves, and what the clock said of the old one stays. */
export function approveExtension(ctx: Ctx, input: { id: number }): void {
  write(ctx, 'approveExtension', input, (tx) => {
    const { extension, row } = extensionToDecide(tx, ctx, input.id, 'approve', null)
    const before = runningDeadline(row)
    if (extension.previousDueOn !== before) refuse('deadline-moved', { day: before })
    if (extension.dueOn < ctx.today) refuse('deadline-past')
    const { dueOn, reason: words } = extension
    postDueAlarms(tx, ctx, row.id)
    changeFinding(tx, row, { dueOn })
    addStep(tx, ctx, row.id, { step: 'extend', from: row.state, to: row.state, words, dueOn })
    record(tx, ctx, row, 'finding.extension-approved', { extension: extension.id, before: { dueOn: before }, after: { dueOn } })
  })
}

export function returnExtension(ctx: Ctx, input: { id: number; words: string }): void {
  write(ctx, 'returnExtension', input, (tx) => endExtension(tx, ctx, input.id, 'return', input.words))
}

export function withdrawExtension(ctx: Ctx, input: { id: number }): void {
  write(ctx, 'withdrawExtension', input, (tx) => endExtension(tx, ctx, input.id, 'withdraw', null))
}

const ended = { return: 'finding.extension-returned', withdraw: 'finding.extension-withdrawn' } as const

function endExtension(tx: Tx, ctx: Ctx, id: number, step: 'return' | 'withdraw', reason: string | null): void {
  const { extension, row } = extensionToDecide(tx, ctx, id, step, reason)
  postDueAlarms(tx, ctx, row.id)
  changeFinding(tx, row, {})
  record(tx, ctx, row, ended[step], { extension: extension.id, dueOn: extension.dueOn, reason })
}

function runningDeadline({ state, dueOn }: FindingRow): string {
  return clockRuns(state) && dueOn !== null ? dueOn : refuse('finding-not-there', {}, { state })
}

/** The request with its finding, decided by whom the policy lets. */
function extensionToDecide(
  tx: Tx,
  ctx: Ctx,
  id: number,
  step: ReviewStep,
  reason: string | null,
): { extension: ExtensionRow; row: FindingRow } {
  const extension = found(tx.select().from(findingExtensions).where(eq(findingExtensions.id, id)).get())
  const { row } = readableFinding(tx, ctx, extension.findingId)
  if (step === 'withdraw') allow(canWithdraw(ctx.actor, extension))
  else allowDecision(tx, ctx, extension)
  const status = nextStatus(extension, step)
  tx.update(findingExtensions)
    .set({ status, decidedBy: actorId(ctx.actor), decidedAt: ctx.at, decisionReason: reason })
    .where(eq(findingExtensions.id, id))
    .run()
  return { extension, row }
}

/** Neither who asked nor who rectified, whatever their role is now. */
function allowDecision(tx: Tx, ctx: Ctx, extension: ExtensionRow): void {
  if (isSelf(ctx.actor, extension.submittedBy)) refuse('not-self')
  refuseHandled(tx, ctx, extension.findingId)
  allow(canDecideExtension(ctx.actor, extension))
}

function record(tx: Tx, ctx: Ctx, { number }: FindingRow, action: EventAction, body: Parameters<typeof recordEvent>[2]['body']): void {
  recordEvent(tx, ctx, { action, subject: `finding:${number}`, body })
}
