import type { Day } from './calendar'

export type DatedMilestone = { originalOn: Day | null; metOn: Day | null; waiting: { kind: 'first' | 'change' } | null }
export type DateState = 'bare' | 'first-waiting' | 'planned' | 'change-waiting' | 'met'

/** Where the dates of a milestone stand: nothing said, first date in review, planned, change in review, met. */
export function dateState({ originalOn, metOn, waiting }: DatedMilestone): DateState {
  if (metOn !== null) return 'met'
  if (waiting) return waiting.kind === 'first' ? 'first-waiting' : 'change-waiting'
  return originalOn === null ? 'bare' : 'planned'
}
