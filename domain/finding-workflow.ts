import { refuse } from './errors'

export const findingStates = [
  'registered',
  'assigned',
  'acknowledged',
  'planned',
  'rectifying',
  'closure-requested',
  'sent-back',
  'recheck-due',
  'closed',
  'reopened',
  'withdrawn',
] as const
export type FindingState = (typeof findingStates)[number]

/** Rule 14. A transfer, an extension and a carrying-over move no state: the clock's history goes on. */
const transitions = {
  assign: { from: ['registered', 'reopened'], to: 'assigned' },
  acknowledge: { from: ['assigned'], to: 'acknowledged' },
  plan: { from: ['acknowledged', 'planned'], to: 'planned' },
  start: { from: ['planned', 'sent-back'], to: 'rectifying' },
  request: { from: ['rectifying', 'sent-back'], to: 'closure-requested' },
  close: { from: ['closure-requested'], to: 'closed' },
  'close-with-recheck': { from: ['closure-requested'], to: 'recheck-due' },
  'send-back': { from: ['closure-requested'], to: 'sent-back' },
  'pass-recheck': { from: ['recheck-due'], to: 'closed' },
  reopen: { from: ['recheck-due', 'closed'], to: 'reopened' },
  withdraw: {
    from: ['registered', 'assigned', 'acknowledged', 'planned', 'rectifying', 'closure-requested', 'sent-back', 'reopened'],
    to: 'withdrawn',
  },
} as const satisfies Record<string, { from: readonly FindingState[]; to: FindingState }>

export type FindingStep = keyof typeof transitions

export function canMoveFinding(state: FindingState, step: FindingStep): boolean {
  return (transitions[step].from as readonly FindingState[]).includes(state)
}

export function nextFindingState(state: FindingState, step: FindingStep): FindingState {
  if (!canMoveFinding(state, step)) refuse('finding-not-there', {}, { state })
  return transitions[step].to
}

/** Nothing more is asked of anybody. */
export const isFindingDone = (state: FindingState): boolean => state === 'closed' || state === 'withdrawn'
/** The unit's clock runs: not before it is assigned, and not while others look at what it handed in. */
export const clockRuns = (state: FindingState): boolean =>
  state === 'assigned' || state === 'acknowledged' || state === 'planned' || state === 'rectifying' || state === 'sent-back'
/** The deadline that ran is over with: not only held while others look at what was handed in. */
export const clockIsOver = (state: FindingState): boolean => state !== 'registered' && state !== 'closure-requested' && !clockRuns(state)
/** What the unit concerned may know of: a finding is theirs once it is put to them. */
export const isPutToUnit = (state: FindingState): boolean => state !== 'registered'

/** Steps after which a person has rectified or asked for closure, and can never verify. */
export const rectifyingSteps = ['acknowledge', 'plan', 'start', 'request'] as const satisfies readonly FindingStep[]
