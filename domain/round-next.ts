import type { BulletinState } from './bulletin-workflow'
import type { RoundStanding } from './inspection'

/** What a round waits for now; `propose` and `issue` are the bulletin's. */
export const roundNexts = ['scope', 'notify', 'visit', 'end', 'draft', 'propose', 'issue', 'rectify', 'close'] as const
export type RoundNext = (typeof roundNexts)[number]

/** How far it has come: works of the list, those somebody has been to, findings that are not done, its bulletin if there is one. */
export type RoundProgress = { works: number; visited: number; findingsOpen: number; bulletin: BulletinState | null }

const bulletinNext = { drafted: 'propose', proposed: 'issue', issued: 'rectify' } as const satisfies Record<BulletinState, RoundNext>

/** null = nothing: it is closed, or was given up. */
export function nextOfRound(
  { state, announced }: RoundStanding,
  { works, visited, findingsOpen, bulletin }: RoundProgress,
): RoundNext | null {
  switch (state) {
    case 'drafted':
      return 'scope'
    case 'scoped':
      return announced ? 'notify' : 'visit'
    case 'notified':
      return 'visit'
    case 'under-way':
      return works > 0 && visited >= works ? 'end' : 'visit'
    case 'visits-ended':
      return bulletin === null ? 'draft' : bulletinNext[bulletin]
    case 'bulletin-issued':
    case 'rectifying':
      return findingsOpen > 0 ? 'rectify' : 'close'
    default:
      return null
  }
}
