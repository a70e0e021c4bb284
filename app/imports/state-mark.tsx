import type { ImportState } from '../../domain/import'
import type { LightLevel } from '../../domain/light'
import type { Messages } from '../../domain/messages'
import { LightMark } from '../_components/light'

const levels: Partial<Record<ImportState, LightLevel>> = {
  ...{ applied: 'green', approved: 'green' },
  ...{ uploaded: 'yellow', reading: 'yellow', staged: 'yellow', submitted: 'yellow' },
}

/** How far an import has come: shape, word and colour. */
export function ImportStateMark({ state, t }: { state: ImportState; t: Messages }) {
  return <LightMark level={levels[state] ?? 'none'}>{t.imports.states[state]}</LightMark>
}
