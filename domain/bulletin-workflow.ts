import { refuse } from './errors'

export const bulletinStates = ['drafted', 'proposed', 'issued'] as const
export type BulletinState = (typeof bulletinStates)[number]
export const bulletinKinds = ['bulletin', 'erratum'] as const
export type BulletinKind = (typeof bulletinKinds)[number]

/** Drafted and proposed by one, issued or sent back by another; an issued one never changes. */
const transitions = {
  edit: { from: ['drafted'], to: 'drafted' },
  refresh: { from: ['drafted'], to: 'drafted' },
  propose: { from: ['drafted'], to: 'proposed' },
  'take-back': { from: ['proposed'], to: 'drafted' },
  'send-back': { from: ['proposed'], to: 'drafted' },
  issue: { from: ['proposed'], to: 'issued' },
} as const satisfies Record<string, { from: readonly BulletinState[]; to: BulletinState }>

export type BulletinStep = keyof typeof transitions

export function nextBulletinState(state: BulletinState, step: BulletinStep): BulletinState {
  if (!(transitions[step].from as readonly BulletinState[]).includes(state)) refuse('bulletin-not-there', {}, { state })
  return transitions[step].to
}
