import { fill, type Messages } from '../../../domain/messages'
import { ActionForm, Hidden, type Option, Select, Submit, TextField } from '../../_components/form'
import { enterValue } from './actions'

type Props = { base: number; over: readonly number[]; no?: string; choices?: readonly Option[]; t: Messages }

/** One year of one indicator with its source; another person approves it. */
export function EnterForm({ base, over, no, choices, t }: Props) {
  const words = t.evaluation
  const years = [base, ...over].map((year) => ({ value: String(year), text: String(year) }))
  return (
    <ActionForm action={enterValue} aria-label={words.enterTitle}>
      <p className="soft small">{fill(words.enterLead, { base })}</p>
      <div className="form-row">
        {choices ? <Select name="no" label={words.columnIndicator} options={choices} /> : <Hidden name="no" value={no ?? ''} />}
        <Select name="year" label={words.year} options={years} />
        <TextField name="value" label={words.value} hint={words.valueHint} maxLength={60} autoComplete="off" />
      </div>
      <div className="form-row">
        <TextField name="source" label={words.source} maxLength={120} autoComplete="off" />
        <TextField name="document" label={words.document} optional maxLength={120} autoComplete="off" />
      </div>
      <TextField name="revisionReason" label={words.revisionReason} hint={words.revisionHint} optional maxLength={300} autoComplete="off" />
      <div className="form-end">
        <Submit>{words.enter}</Submit>
      </div>
    </ActionForm>
  )
}
