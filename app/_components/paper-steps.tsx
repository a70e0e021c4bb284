import type { Day } from '../../domain/calendar'
import { fill } from '../../domain/messages'
import type { FormAction } from '../_lib/form-state'
import { ActionForm, DayField, Hidden, Submit, TextField, WordsField } from './form'
import { Notice } from './notice'
import { Beside, Panel } from './panel'

/** A paper on its way to be issued: what its forms were shown with, and what the reader may do. */
type Shown = { id: number; version: number }
type Waiting = Shown & { may: { issue: boolean; takeBack: boolean } }

export const Started = ({ view: { id, version } }: { view: Shown }) => (
  <>
    <Hidden name="id" value={id} />
    <Hidden name="version" value={version} />
  </>
)

type StepProps = { view: Shown; action: FormAction; text: string; hint?: string }

/** One press; what it does is said beside it. */
export function Step({ view, action, text, hint }: StepProps) {
  return (
    <ActionForm action={action} aria-label={text}>
      <Started view={view} />
      {hint ? <p className="soft small">{hint}</p> : null}
      <div>
        <Submit look="plain">{text}</Submit>
      </div>
    </ActionForm>
  )
}

export type WaitingWords = Record<'waitsTitle' | 'waitsLead' | 'takeBack' | 'issueTitle' | 'issueLead' | 'signer', string> &
  Record<'issueDay' | 'issue' | 'sendBack' | 'sendBackReason', string>
type WaitingProps = {
  view: Waiting
  today: Day
  signer?: string | null
  words: WaitingWords
  actions: Record<'issue' | 'sendBack' | 'takeBack', FormAction>
}

/** The second person signs or sends back; whoever proposed it may take it back; others read that it waits. */
export function PaperWaits({ view, today, signer, words, actions }: WaitingProps) {
  if (!view.may.issue)
    return (
      <Panel title={words.waitsTitle}>
        <p className="soft mb-4">{words.waitsLead}</p>
        {view.may.takeBack ? <Step view={view} action={actions.takeBack} text={words.takeBack} /> : null}
      </Panel>
    )
  return (
    <Beside>
      <Panel title={words.issueTitle}>
        <ActionForm action={actions.issue} aria-label={words.issueTitle}>
          <Started view={view} />
          <p className="soft small">{words.issueLead}</p>
          <TextField name="signer" label={words.signer} maxLength={40} autoComplete="off" defaultValue={signer} />
          <DayField name="day" label={words.issueDay} defaultValue={today} />
          <div className="form-end">
            <Submit>{words.issue}</Submit>
          </div>
        </ActionForm>
      </Panel>
      <Panel title={words.sendBack}>
        <ActionForm action={actions.sendBack} aria-label={words.sendBack}>
          <Started view={view} />
          <WordsField name="reason" label={words.sendBackReason} rows={3} maxLength={500} />
          <div className="form-end">
            <Submit look="plain">{words.sendBack}</Submit>
          </div>
        </ActionForm>
      </Panel>
    </Beside>
  )
}

/** `text` has its `{reason}`, which stays in the words of who sent it back. */
export function SentBackFor({ reason, text }: { reason: string | null; text: string }) {
  if (reason === null) return null
  const [before, after] = fill(text, { reason: '\n' }).split('\n')
  return (
    <Notice tone="slow">
      {before}
      <span lang="zh-CN">{reason}</span>
      {after}
    </Notice>
  )
}
