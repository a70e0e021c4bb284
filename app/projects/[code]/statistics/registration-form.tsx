import type { StatisticsForm } from '../../../../db/queries/statistics-investment-form'
import type { Messages } from '../../../../domain/messages'
import { nextRegistrationStates } from '../../../../domain/registration'
import { ActionForm, DayField, Hidden, Select, Submit, TextField, WordsField } from '../../../_components/form'
import { Version } from '../../../_components/stale'
import { record } from './actions'

type Props = { form: StatisticsForm; today: string; t: Messages }

/** The next state, from which day, by which document. */
export function RegistrationForm({ form, today, t }: Props) {
  const words = t.funds
  const options = nextRegistrationStates(form.registration.state).map((value) => ({ value, text: words.states[value] }))
  const fields = [
    { name: 'state', label: words.stateTo, words: words.states },
    { name: 'onDay', label: words.onDay },
  ]
  return (
    <ActionForm action={record} className="form form-narrow" aria-label={words.recordTitle}>
      <Hidden name="code" value={form.work.code} />
      <Version version={form.states.length} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} fields={fields} />
      <div className="form-row">
        <Select name="state" label={words.stateTo} options={options} />
        <DayField name="onDay" label={words.onDay} max={today} defaultValue={today} />
      </div>
      <TextField name="documentNo" label={words.documentNo} hint={words.documentHint} optional maxLength={120} autoComplete="off" />
      <WordsField name="reason" label={words.reason} hint={words.reasonHint} optional maxLength={500} rows={2} />
      <WordsField name="remark" label={words.remark} optional maxLength={500} rows={2} />
      <div className="form-end">
        <Submit>{words.record}</Submit>
      </div>
    </ActionForm>
  )
}
