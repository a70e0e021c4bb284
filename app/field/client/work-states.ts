import type { Held } from './held-outbox'
import type { Draft } from './visits'

export type WorkState = 'new' | 'draft' | 'waiting' | 'received' | 'refused' | 'conflict'

/** Where a work stands on this device, by its code: the least finished of what there is. */
export function workStates(round: number, held: readonly Held[], drafts: readonly Draft[]): Map<string, WorkState> {
  const states = new Map<string, WorkState>()
  for (const { item } of held) {
    if (item.kind === 'visit-started' && item.round === round)
      states.set(item.code, stateOf(held.filter(({ visit }) => visit === item.visit)))
  }
  for (const { draft } of drafts) if (draft.round === round) states.set(draft.code, 'draft')
  return states
}

function stateOf(visit: readonly Held[]): WorkState {
  const has = (state: string) => visit.some(({ standing }) => standing.state === state)
  if (has('refused')) return 'refused'
  if (has('device') || has('announced')) return 'waiting'
  return has('conflict') ? 'conflict' : 'received'
}
