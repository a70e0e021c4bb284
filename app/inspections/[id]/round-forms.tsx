import type { RoundRow } from '../../../db/queries/round-access'
import type { Messages } from '../../../domain/messages'
import type { RoundMove } from '../../../domain/round-input'
import { ActionForm, DayField, Hidden, Submit, TextField, WordsField } from '../../_components/form'
import { Version } from '../../_components/stale'
import { abandon, edit, move } from './actions'

type Props = { round: RoundRow; t: Messages }

export const bothVersions = (t: Messages) => ({ mine: t.common.yourVersion, now: t.common.currentVersion })

/** Which round, and the version that was shown. */
export const Which = ({ round, t }: Props) => (
  <>
    <Hidden name="id" value={round.id} />
    <Version version={round.version} text={bothVersions(t)} />
  </>
)

export function MoveForm({ round, step, look = 'plain', t }: Props & { step: RoundMove['step']; look?: 'main' | 'plain' }) {
  return (
    <ActionForm action={move} aria-label={t.rounds.steps[step]} className="form">
      <Which round={round} t={t} />
      <Hidden name="step" value={step} />
      <Submit look={look}>{t.rounds.steps[step]}</Submit>
    </ActionForm>
  )
}

export function EditForm({ round, t }: Props) {
  const words = t.rounds
  const fields = [
    { name: 'title', label: words.titleField },
    { name: 'fromDay', label: words.fromDay },
    { name: 'toDay', label: words.toDay },
    { name: 'scopeWords', label: words.scopeWords },
    { name: 'requirements', label: words.requirements },
  ]
  return (
    <ActionForm action={edit} aria-label={words.edit}>
      <Hidden name="id" value={round.id} />
      <Version version={round.version} text={bothVersions(t)} fields={fields} />
      <TextField name="title" label={words.titleField} maxLength={60} defaultValue={round.title} />
      <div className="form-row">
        <DayField name="fromDay" label={words.fromDay} optional defaultValue={round.fromDay} />
        <DayField name="toDay" label={words.toDay} optional defaultValue={round.toDay} />
      </div>
      <WordsField
        name="scopeWords"
        label={words.scopeWords}
        hint={words.scopeWordsHint}
        optional
        maxLength={1000}
        rows={2}
        defaultValue={round.scopeWords}
      />
      <WordsField
        name="requirements"
        label={words.requirements}
        hint={words.requirementsHint}
        optional
        maxLength={2000}
        rows={4}
        defaultValue={round.requirements}
      />
      <div className="form-end">
        <Submit>{t.common.save}</Submit>
      </div>
    </ActionForm>
  )
}

export function AbandonForm({ round, t }: Props) {
  const words = t.rounds
  return (
    <ActionForm action={abandon} aria-label={words.abandon}>
      <Which round={round} t={t} />
      <p className="soft">{words.abandonHint}</p>
      <WordsField name="reason" label={words.abandonReason} maxLength={500} rows={2} />
      <div className="form-end">
        <Submit look="late">{words.abandon}</Submit>
      </div>
    </ActionForm>
  )
}
