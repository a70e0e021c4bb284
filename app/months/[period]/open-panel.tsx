import type { LockRow } from '../../../db/queries/lock-figures'
import type { LockView } from '../../../db/queries/locks'
import { fill, type Messages } from '../../../domain/messages'
import { ActionForm, Hidden, Submit, WordsField } from '../../_components/form'
import { Notice } from '../../_components/notice'
import { Panel } from '../../_components/panel'
import { SheetButton } from '../../_components/sheet-button'
import { minuteWords } from '../../_lib/instant'
import { abandon, confirm, sendBack, submit } from './actions'

type Props = { view: LockView; t: Messages }

/** The lock that is on its way: being computed, to be proposed, or waiting for the second person. */
export function OpenPanel({ view, t }: Props) {
  const { open, may, people } = view
  const words = t.months
  if (!open) return null
  return (
    <Panel title={words.states[open.state]} note={fill(words.revision, { revision: open.revision })}>
      {open.state === 'computing' ? (
        <p>
          {fill(words.computing, { works: open.works })} <a href={`/months/${open.period}`}>{words.computingRefresh}</a>
        </p>
      ) : (
        <Notice tone="slow">{words.openFigures}</Notice>
      )}
      {open.state === 'computed' ? (
        <p>{fill(words.computedNote, { works: open.works, at: minuteWords(open.at), seq: open.eventSeq })}</p>
      ) : null}
      {open.state === 'submitted' ? (
        <p>
          {fill(words.confirmNote, { who: people.get(open.submittedBy ?? 0) ?? '', at: minuteWords(open.submittedAt ?? open.begunAt) })}
        </p>
      ) : null}
      {may.lock ? <Steps open={open} decide={may.decide} t={t} /> : null}
    </Panel>
  )
}

function Steps({ open, decide, t }: { open: LockRow; decide: boolean; t: Messages }) {
  const words = t.months
  return (
    <div className="lock-steps">
      {open.state === 'computed' ? <Step open={open} action={submit} text={words.submit} look="main" /> : null}
      {open.state === 'submitted' && decide ? <Step open={open} action={confirm} text={words.confirm} look="main" /> : null}
      {open.state === 'submitted' && decide ? <ReturnForm open={open} t={t} /> : null}
      {open.state === 'submitted' && !decide ? <p className="soft">{words.waitsForOther}</p> : null}
      <Step open={open} action={abandon} text={words.abandon} look="plain" />
    </div>
  )
}

type StepProps = { open: LockRow; action: typeof submit; text: string; look: 'main' | 'plain' }

function Step({ open, action, text, look }: StepProps) {
  return (
    <ActionForm action={action} aria-label={text}>
      <Hidden name="id" value={open.id} />
      <Hidden name="version" value={open.version} />
      <Submit look={look}>{text}</Submit>
    </ActionForm>
  )
}

function ReturnForm({ open, t }: { open: LockRow; t: Messages }) {
  const words = t.months
  return (
    <SheetButton text={words.returnIt} title={words.returnIt} t={t}>
      <ActionForm action={sendBack} aria-label={words.returnIt}>
        <Hidden name="id" value={open.id} />
        <Hidden name="version" value={open.version} />
        <WordsField name="reason" label={words.returnReason} maxLength={500} rows={2} />
        <div className="form-end">
          <Submit look="plain">{words.returnIt}</Submit>
        </div>
      </ActionForm>
    </SheetButton>
  )
}
