import { type Day, daysBetween } from './calendar'
import type { Stage } from './project'

/** 入库纳统: 未入库 / 准备 / 已申报 / 已入库 / 不需入库 / 已退库. That nothing was recorded is no state: null. */
export const registrationStates = ['none', 'preparing', 'declared', 'registered', 'exempt', 'removed'] as const
export type RegistrationState = (typeof registrationStates)[number]

/** `since` = the day the state is of; `constructionSince` = under construction without leaving it since; null = it is not, or nobody said since when. */
export type RegistrationFacts = { state: RegistrationState | null; since: Day | null; constructionSince: Day | null }

/** A work that is built must be in the statistics' library unless it needs not be. */
export const isRegistrationOpen = (state: RegistrationState | null): boolean => state !== 'registered' && state !== 'exempt'

/** How long a work under construction has not been registered: from the start, or from the day it was taken out again. */
export function registrationClock({ state, since, constructionSince }: RegistrationFacts, today: Day): { from: Day; days: number } | null {
  if (constructionSince === null || !isRegistrationOpen(state)) return null
  const from = state === 'removed' && since !== null && since > constructionSince ? since : constructionSince
  return from > today ? null : { from, days: daysBetween(from, today) }
}

/** Where a recorded state may go; from nothing recorded anywhere but out. */
const moves: Record<RegistrationState, readonly RegistrationState[]> = {
  none: ['preparing', 'declared', 'registered', 'exempt'],
  preparing: ['none', 'declared', 'registered', 'exempt'],
  declared: ['none', 'preparing', 'registered', 'exempt'],
  registered: ['removed', 'none', 'preparing', 'declared', 'exempt'],
  exempt: ['none', 'preparing', 'declared', 'registered'],
  removed: ['preparing', 'declared', 'registered', 'exempt'],
}

export const nextRegistrationStates = (state: RegistrationState | null): readonly RegistrationState[] =>
  state === null ? registrationStates.filter((each) => each !== 'removed') : moves[state]

/** Taken out, never to be taken in, or not registered after all: each says why. */
export const registrationNeedsReason = (state: RegistrationState, before: RegistrationState | null): boolean =>
  state === 'exempt' || state === 'removed' || before === 'registered'

type StageRow = { stage: Stage; from: Day }

/** The first day of construction since the work was last anything before it; a pause does not begin it anew. Oldest first. */
export function constructionSince(stages: readonly StageRow[]): Day | null {
  if (stages.at(-1)?.stage !== 'construction') return null
  let since: Day | null = null
  for (const { stage, from } of stages) {
    if (stage === 'construction') since ??= from
    else if (stage !== 'paused') since = null
  }
  return since
}
