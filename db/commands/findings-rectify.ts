import type { Ctx } from '../../domain/actor'
import { findingDraft } from '../../domain/draft'
import { Refusal } from '../../domain/errors'
import type { FindingStepInput, FindingWordsInput } from '../../domain/finding-input'
import { handInDraft } from '../drafts'
import { findingToRectify, moveFinding } from '../inspection/finding-move'
import { write } from '../write'

/** The unit has read it. */
export function acknowledgeFinding(ctx: Ctx, input: FindingStepInput): void {
  write(ctx, 'acknowledgeFinding', input, (tx) => {
    moveFinding(tx, ctx, findingToRectify(tx, ctx, input), 'acknowledge', {}, { words: input.words })
  })
}

/** What the unit will do; it may say so again while it has not begun. */
export function planFinding(ctx: Ctx, input: FindingWordsInput): void {
  write(ctx, 'planFinding', input, (tx) => {
    moveFinding(tx, ctx, findingToRectify(tx, ctx, input), 'plan', { plan: input.words }, { words: input.words })
  })
}

export function startRectifying(ctx: Ctx, input: FindingStepInput): void {
  write(ctx, 'startRectifying', input, (tx) => {
    moveFinding(tx, ctx, findingToRectify(tx, ctx, input), 'start', {}, { words: input.words })
  })
}

/** Done, in the unit's words and with proof: the files of its draft become the step's. Without proof nothing is requested. */
export function requestClosure(ctx: Ctx, input: FindingWordsInput): void {
  write(ctx, 'requestClosure', input, (tx) => {
    const row = findingToRectify(tx, ctx, input)
    const step = moveFinding(tx, ctx, row, 'request', { requestedOn: ctx.today }, { words: input.words })
    const files = handInDraft(tx, ctx, findingDraft(row.id), `finding-step:${step}`)
    if (files.length === 0) throw new Refusal('needs-evidence', { issues: [{ field: 'files', code: 'needs-evidence' }] })
  })
}
