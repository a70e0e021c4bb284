import type { ImportView } from '../../../db/queries/imports'
import { fill, type Messages } from '../../../domain/messages'
import { Panel } from '../../_components/panel'
import { Refresher } from './refresher'

/** Work under way: how far it has come, and that one may leave. */
export function Moving({ imp, t }: { imp: ImportView; t: Messages }) {
  const say = t.imports
  const values = { state: say.states[imp.state], done: imp.done, rows: imp.rows }
  const known = imp.state !== 'undoing'
  return (
    <Panel>
      <p role="status">{fill(known ? say.moving : say.movingUndo, values)}</p>
      {known ? (
        <progress className="import-progress" value={imp.done} max={Math.max(1, imp.rows)} aria-label={say.states[imp.state]} />
      ) : null}
      <p className="soft small">{say.nothingCounts}</p>
      <Refresher everyMs={2000} />
    </Panel>
  )
}
