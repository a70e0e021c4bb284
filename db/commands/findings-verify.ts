import type { Ctx } from '../../domain/actor'
import type { FindingRecheck, FindingReturn, FindingStepInput, FindingWordsInput } from '../../domain/finding-input'
import { aheadOf, findingToVerify, moveFinding } from '../inspection/finding-move'
import { write } from '../write'

/** What no longer waits once it is closed. */
const settled = { withdrawalBy: null, withdrawalReason: null }

/** Verified by another person than rectified and than requested. */
export function closeFinding(ctx: Ctx, input: FindingStepInput): void {
  write(ctx, 'closeFinding', input, (tx) => {
    moveFinding(tx, ctx, findingToVerify(tx, ctx, input), 'close', { ...settled, closedOn: ctx.today }, { words: input.words })
  })
}

/** Verified, and looked at again by a day (回头看) before it is closed for good. */
export function closeWithRecheck(ctx: Ctx, input: FindingRecheck): void {
  write(ctx, 'closeWithRecheck', input, (tx) => {
    const row = findingToVerify(tx, ctx, input)
    const recheckDueOn = aheadOf(ctx, 'recheckDueOn', input.recheckDueOn)
    moveFinding(tx, ctx, row, 'close-with-recheck', { ...settled, recheckDueOn }, { words: input.words, more: { recheckDueOn } })
  })
}

/** Not done yet: says what is lacking, and the clock runs again towards a new deadline. */
export function sendBackFinding(ctx: Ctx, input: FindingReturn): void {
  write(ctx, 'sendBackFinding', input, (tx) => {
    const row = findingToVerify(tx, ctx, input)
    const dueOn = aheadOf(ctx, 'dueOn', input.dueOn)
    moveFinding(tx, ctx, row, 'send-back', { dueOn, requestedOn: null }, { words: input.words, dueOn })
  })
}

export function passRecheck(ctx: Ctx, input: FindingStepInput): void {
  write(ctx, 'passRecheck', input, (tx) => {
    moveFinding(tx, ctx, findingToVerify(tx, ctx, input), 'pass-recheck', { closedOn: ctx.today }, { words: input.words })
  })
}

/** What a re-check or a later look found undone; it is assigned anew. */
export function reopenFinding(ctx: Ctx, input: FindingWordsInput): void {
  write(ctx, 'reopenFinding', input, (tx) => {
    moveFinding(tx, ctx, findingToVerify(tx, ctx, input), 'reopen', { closedOn: null, recheckDueOn: null }, { words: input.words })
  })
}
