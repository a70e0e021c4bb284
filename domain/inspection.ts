import { refuse } from './errors'

/** 季度 / 联合 / 专项 / 回头看 (Chapter 10: 联合督查, 专项督查). */
export const roundKinds = ['quarterly', 'joint', 'special', 're-check'] as const
export type RoundKind = (typeof roundKinds)[number]

export const roundStates = [
  'drafted',
  'scoped',
  'notified',
  'under-way',
  'visits-ended',
  'bulletin-issued',
  'rectifying',
  'closed',
  'abandoned',
] as const
export type RoundState = (typeof roundStates)[number]

/** A bulletin never waits for a closure; an unannounced round (四不两直) goes from its list straight to the sites. */
const transitions = {
  scope: { from: ['drafted', 'scoped'], to: 'scoped' },
  notify: { from: ['scoped'], to: 'notified' },
  begin: { from: ['scoped', 'notified'], to: 'under-way' },
  end: { from: ['under-way'], to: 'visits-ended' },
  issue: { from: ['visits-ended'], to: 'bulletin-issued' },
  rectify: { from: ['bulletin-issued'], to: 'rectifying' },
  close: { from: ['bulletin-issued', 'rectifying'], to: 'closed' },
  abandon: { from: ['drafted', 'scoped', 'notified'], to: 'abandoned' },
} as const satisfies Record<string, { from: readonly RoundState[]; to: RoundState }>

export type RoundStep = keyof typeof transitions
export type RoundStanding = { state: RoundState; announced: boolean }

export function canMoveRound({ state, announced }: RoundStanding, step: RoundStep): boolean {
  const { from } = transitions[step] as { from: readonly RoundState[] }
  if (step === 'notify' && !announced) return false
  if (step === 'begin' && announced && state === 'scoped') return false
  return from.includes(state)
}

/** What a step leads to; refused, with the state as it stands, from any other. */
export function nextRoundState(round: RoundStanding, step: RoundStep): RoundState {
  if (!canMoveRound(round, step)) refuse('round-not-there', {}, { state: round.state })
  return transitions[step].to
}

/** The list and everything about the round is still being made. */
export const isRoundOpen = ({ state }: { state: RoundState }): boolean => state === 'drafted' || state === 'scoped' || state === 'notified'
/** Visits are taken: from the notice (or the list of an unannounced round) until they are declared ended. */
export const takesVisits = ({ state, announced }: RoundStanding): boolean =>
  state === 'under-way' || state === 'notified' || (state === 'scoped' && !announced)

export const memberDuties = ['leader', 'clerk', 'member'] as const
export type MemberDuty = (typeof memberDuties)[number]

/** Why a work is in the round: named, all works, a rule, the draw, or left open by an earlier round. */
export const scopeRoutes = ['named', 'all', 'rule', 'draw', 'carried'] as const
export type ScopeRoute = (typeof scopeRoutes)[number]
export const scopeRules = ['red', 'paused', 'unrated', 'every-chain', 'every-sector', 'overdue-rectification'] as const
export type ScopeRule = (typeof scopeRules)[number]

export const strataKinds = ['none', 'chain', 'sector', 'town', 'light', 'owner'] as const
export type StrataKind = (typeof strataKinds)[number]
