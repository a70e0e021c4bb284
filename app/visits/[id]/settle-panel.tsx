import type { Messages } from '../../../domain/messages'
import { visitSettlements } from '../../../domain/visit-standing'
import { ActionForm, Choice, Hidden, Submit, WordsField } from '../../_components/form'
import { Panel } from '../../_components/panel'
import { settle } from './actions'

/** For a supervisor who did not go there. */
export function SettlePanel({ id, t }: { id: number; t: Messages }) {
  const words = t.seen.settle
  const options = visitSettlements.map((value) => ({ value, text: words.outcomes[value] }))
  return (
    <Panel title={words.title}>
      <p className="soft mb-3">{words.lead}</p>
      <ActionForm action={settle} aria-label={words.title}>
        <Hidden name="id" value={id} />
        <Choice name="outcome" label={words.outcome} options={options} />
        <WordsField name="reason" label={words.reason} maxLength={500} rows={2} />
        <div className="form-end">
          <Submit>{words.send}</Submit>
        </div>
      </ActionForm>
    </Panel>
  )
}
