import { z } from 'zod'
import { choiceField, needed, wordsField } from './fields'
import { sectors } from './plan'
import { codeField } from './update-input'

/** A project that the plan's running text names is open until the bureau admits it, merges it with a work, or dismisses it; it may be reconsidered. */
export const candidateOutcomes = ['admitted', 'merged', 'dismissed', 'reconsidered'] as const
export type CandidateOutcome = (typeof candidateOutcomes)[number]
export const candidateStates = ['open', 'admitted', 'merged', 'dismissed'] as const
export type CandidateState = (typeof candidateStates)[number]

export const candidateState = (last: CandidateOutcome | null): CandidateState => (last === null || last === 'reconsidered' ? 'open' : last)

const candidate = needed(wordsField(8))
export const admission = z.object({
  candidate,
  name: needed(wordsField(120)),
  sector: needed(choiceField(sectors)),
  town: wordsField(40),
  reason: wordsField(500),
})
export type Admission = z.output<typeof admission>

export const merging = z.object({ candidate, code: codeField(), reason: wordsField(500) })
export type Merging = z.output<typeof merging>

export const dismissal = z.object({ candidate, reason: needed(wordsField(500)) })
export type Dismissal = z.output<typeof dismissal>

export const candidateParams = z.strictObject({ state: z.enum(candidateStates).optional() })
