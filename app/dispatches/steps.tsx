import type { DispatchView } from '../../db/queries/dispatch'
import type { Day } from '../../domain/calendar'
import { fill, type Messages } from '../../domain/messages'
import { ActionForm, DayField, Hidden, Submit, TextField, WordsField } from '../_components/form'
import { Notice } from '../_components/notice'
import { Beside, Panel } from '../_components/panel'
import type { FormAction } from '../_lib/form-state'
import { draft, issue, propose, refresh, sendBack, takeBack } from './actions'

type Props = { view: DispatchView; t: Messages }

const Started = ({ view: { id, version } }: Pick<Props, 'view'>) => (
  <>
    <Hidden name="id" value={id} />
    <Hidden name="version" value={version} />
  </>
)

type StepProps = Pick<Props, 'view'> & { action: FormAction; text: string; hint?: string }

/** One press; what it does is said beside it. */
function Step({ view, action, text, hint }: StepProps) {
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

/** The last two steps of a draft: the figures again, and what freezes them. */
export const DraftSteps = ({ view, t }: Props) => (
  <Beside>
    <Step view={view} action={refresh} text={t.dispatch.refresh} hint={t.dispatch.refreshHint} />
    <Step view={view} action={propose} text={t.bulletins.propose} hint={t.bulletins.proposeHint} />
  </Beside>
)

/** The second person signs or sends back; whoever proposed it may take it back; others read that it waits. */
export function WaitingPanel({ view, today, t }: Props & { today: Day }) {
  const words = t.bulletins
  if (!view.may.issue)
    return (
      <Panel title={words.waitsTitle}>
        <p className="soft mb-4">{words.waitsLead}</p>
        {view.may.takeBack ? <Step view={view} action={takeBack} text={words.takeBack} /> : null}
      </Panel>
    )
  return (
    <Beside>
      <Panel title={words.issueTitle}>
        <ActionForm action={issue} aria-label={words.issueTitle}>
          <Started view={view} />
          <p className="soft small">{words.issueLead}</p>
          <TextField name="signer" label={words.fieldSigner} maxLength={40} autoComplete="off" defaultValue={view.texts.signer} />
          <DayField name="day" label={words.issueDay} defaultValue={today} />
          <div className="form-end">
            <Submit>{words.issue}</Submit>
          </div>
        </ActionForm>
      </Panel>
      <Panel title={words.sendBack}>
        <ActionForm action={sendBack} aria-label={words.sendBack}>
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

export function SentBack({ view: { sentBackReason }, t }: Props) {
  if (sentBackReason === null) return null
  const [before, after] = fill(t.bulletins.sentBackBefore, { reason: '\n' }).split('\n')
  return (
    <Notice tone="slow">
      {before}
      <span lang="zh-CN">{sentBackReason}</span>
      {after}
    </Notice>
  )
}

/** What was issued gets a correction of its own. */
export function CorrectStep({ view, t }: Props) {
  if (!view.may.correct) return null
  return (
    <ActionForm action={draft} aria-label={t.dispatch.correct}>
      <Hidden name="period" value={view.facts.lock.period} />
      <p className="soft small">{t.dispatch.correctHint}</p>
      <div>
        <Submit look="plain">{t.dispatch.correct}</Submit>
      </div>
    </ActionForm>
  )
}
