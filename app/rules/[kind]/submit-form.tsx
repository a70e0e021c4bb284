import type { RuleView } from '../../../db/queries/rule-desk'
import type { Day } from '../../../domain/calendar'
import type { Messages } from '../../../domain/messages'
import { ActionForm, DayField, Hidden, Submit, TextField, WordsField } from '../../_components/form'
import { Panel } from '../../_components/panel'
import { submit } from '../actions'

type Props = { view: RuleView; typed: Record<string, string>; today: Day; t: Messages }

/** The tried numbers as they were tried, with the day they are to be used from. */
export function SubmitForm({ view: { kind, inForce }, typed, today, t }: Props) {
  const words = t.rules
  return (
    <Panel title={words.submitTitle} note={words.submitNote}>
      <div className="max-w-xl">
        <ActionForm action={submit} aria-label={words.submitTitle}>
          <Hidden name="kind" value={kind} />
          <Hidden name="version" value={inForce.version} />
          {Object.entries(typed).map(([name, text]) => (
            <Hidden key={name} name={name} value={text} />
          ))}
          <div className="form-row">
            <DayField name="effectiveFrom" label={words.effectiveFrom} hint={words.effectiveHint} defaultValue={today} />
            <TextField name="document" label={words.documentNo} hint={words.documentHint} maxLength={120} autoComplete="off" optional />
          </div>
          <WordsField name="reason" label={words.reason} maxLength={500} />
          <div className="form-end">
            <Submit>{words.submit}</Submit>
          </div>
        </ActionForm>
      </div>
    </Panel>
  )
}
