import type { RoundState } from '../../domain/inspection'
import type { LightLevel } from '../../domain/light'
import type { Messages } from '../../domain/messages'
import { LightMark } from '../_components/light'

const levels: Record<RoundState, LightLevel> = {
  drafted: 'none',
  scoped: 'none',
  notified: 'yellow',
  'under-way': 'yellow',
  'visits-ended': 'yellow',
  'bulletin-issued': 'yellow',
  rectifying: 'yellow',
  closed: 'green',
  abandoned: 'none',
}

/** Where a round stands: grey while it is on the desk, amber while it runs, green once it is closed. */
export function RoundStateMark({ state, t }: { state: RoundState; t: Messages }) {
  return <LightMark level={levels[state]}>{t.labels.roundStates[state]}</LightMark>
}
