import type { ConditionItem } from '../../db/queries/conditions'
import { conditionOutcomes } from '../../domain/condition'
import { fill, type Messages } from '../../domain/messages'
import { ActionForm, Choice, Hidden, Submit, WordsField } from '../_components/form'
import { SheetButton } from '../_components/sheet-button'
import { Version } from '../_components/stale'
import { answer, close } from './actions'

type Props = { row: ConditionItem; t: Messages }

/** The unit asked answers; the bureau also closes. */
export function Act({ row, t }: Props) {
  if (!row.mayAnswer && !row.mayClose) return null
  const words = t.facts.conditions
  return (
    <div className="no-print">
      <SheetButton text={row.mayClose ? words.act : row.answer ? words.answerAgain : words.answer} title={row.ask} t={t}>
        <div className="beside mt-2">
          {row.mayAnswer ? <AnswerForm row={row} t={t} /> : null}
          {row.mayClose ? <CloseForm row={row} t={t} /> : null}
        </div>
      </SheetButton>
    </div>
  )
}

const bothVersions = (t: Messages) => ({ mine: t.common.yourVersion, now: t.common.currentVersion })

export function AnswerForm({ row, t }: Props) {
  const words = t.facts.conditions
  return (
    <ActionForm action={answer} aria-label={words.answer}>
      <Hidden name="id" value={row.id} />
      <Version version={row.version} text={bothVersions(t)} fields={[{ name: 'answer', label: words.answerField }]} />
      <WordsField
        name="answer"
        label={words.answerField}
        hint={words.answerHint}
        maxLength={1000}
        rows={3}
        defaultValue={row.answer ?? ''}
      />
      <div className="form-end">
        <Submit>{words.answerSend}</Submit>
      </div>
    </ActionForm>
  )
}

export function CloseForm({ row, t }: Props) {
  const words = t.facts.conditions
  const options = conditionOutcomes.map((value) => ({ value, text: words.outcomes[value] }))
  return (
    <ActionForm action={close} aria-label={fill(words.close, {})}>
      <Hidden name="id" value={row.id} />
      <Version version={row.version} text={bothVersions(t)} fields={[]} />
      <Choice name="outcome" label={words.outcome} options={options} />
      <WordsField name="reason" label={words.closeReason} hint={words.closeReasonHint} optional maxLength={500} rows={2} />
      <div className="form-end">
        <Submit look="plain">{words.closeSend}</Submit>
      </div>
    </ActionForm>
  )
}
