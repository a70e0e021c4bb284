import type { Day } from '../../domain/calendar'
import { meetingKinds } from '../../domain/meeting'
import type { Messages } from '../../domain/messages'
import { ActionForm, Choice, DayField, Submit, TextField } from '../_components/form'
import { Panel } from '../_components/panel'
import { call } from './actions'

/** A new meeting; what the last one of its kind left open stands on its list from the start. */
export function CallForm({ today, t }: { today: Day; t: Messages }) {
  const words = t.desk.meetings
  const kinds = meetingKinds.map((value) => ({ value, text: words.kinds[value] }))
  return (
    <Panel title={words.call} id="call">
      <ActionForm action={call} aria-label={words.call}>
        <Choice name="kind" label={words.kind} options={kinds} />
        <TextField name="title" label={words.name} maxLength={120} />
        <div className="form-row">
          <DayField name="heldOn" label={words.heldOn} defaultValue={today} />
          <TextField name="place" label={words.place} maxLength={120} optional />
        </div>
        <div className="form-end">
          <Submit>{words.callSend}</Submit>
        </div>
      </ActionForm>
    </Panel>
  )
}
