import type { Ctx } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import type { FindingState, FindingStep } from '../../domain/finding-workflow'
import type { Tx } from '../client'
import { submitter } from '../review'
import { findingSteps } from '../schema'

/** What is done to a finding besides the steps of its workflow. */
export type OtherStep = 'register' | 'transfer' | 'extend' | 'carry' | 'propose-withdrawal' | 'refuse-withdrawal'

export type NewStep = {
  step: FindingStep | OtherStep
  from: FindingState | null
  to: FindingState
  words?: string | null
  /** The unit it is put to by this step. */
  unitId?: number | null
  /** The deadline that this step set: the clock of that deadline runs from this day. */
  dueOn?: Day | null
}

/** Who did what, for good; returns its id, on which files hang. */
export function addStep(tx: Tx, ctx: Ctx, findingId: number, { step, from, to, ...said }: NewStep): number {
  const row = {
    findingId,
    step,
    fromState: from,
    toState: to,
    words: said.words ?? null,
    unitId: said.unitId ?? null,
    dueOn: said.dueOn ?? null,
    byId: submitter(ctx),
    onDay: ctx.today,
    at: ctx.at,
  }
  return tx.insert(findingSteps).values(row).returning({ id: findingSteps.id }).get().id
}
