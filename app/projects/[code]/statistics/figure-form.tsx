import type { Messages } from '../../../../domain/messages'
import { ActionForm, Hidden, MonthField, NumberField, Submit, TextField, WordsField } from '../../../_components/form'
import { sendFigure } from './actions'

/** What statistics say of one month, with where it stands. */
export function FigureForm({ code, t }: { code: string; t: Messages }) {
  const words = t.funds
  return (
    <ActionForm action={sendFigure} className="form form-narrow" aria-label={words.enterTitle}>
      <Hidden name="code" value={code} />
      <div className="form-row">
        <MonthField name="throughMonth" label={words.throughMonth} />
        <NumberField name="yuan" label={words.yearToDate} unit={t.common.wan} />
      </div>
      <TextField name="source" label={words.sourceText} hint={words.sourceTextHint} maxLength={200} autoComplete="off" />
      <WordsField name="revisionReason" label={words.revisionReason} hint={words.correctHint} optional maxLength={500} rows={2} />
      <div className="form-end">
        <Submit>{words.send}</Submit>
      </div>
    </ActionForm>
  )
}
