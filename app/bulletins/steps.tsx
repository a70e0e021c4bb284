import type { BulletinView } from '../../db/queries/bulletin'
import type { Day } from '../../domain/calendar'
import { fill, type Messages } from '../../domain/messages'
import { ActionForm, DayField, Hidden, Submit, TextField, WordsField } from '../_components/form'
import { Notice } from '../_components/notice'
import { Beside, Panel } from '../_components/panel'
import type { FormAction } from '../_lib/form-state'
import { draftCorrection, issue, propose, refresh, sendBack, takeBack } from './actions'

type Props = { view: BulletinView; t: Messages }

const Started = ({ view: { id, version } }: Pick<Props, 'view'>) => (
  <>
    <Hidden name="id" value={id} />
    <Hidden name="version" value={version} />
  </>
)

type StepProps = Props & { action: FormAction; text: string; hint?: string; look?: 'main' | 'plain' }

/** One press; what it does is said beside it. */
function Step({ view, action, text, hint, look = 'plain' }: StepProps) {
  return (
    <ActionForm action={action} aria-label={text}>
      <Started view={view} />
      {hint ? <p className="soft small">{hint}</p> : null}
      <div>
        <Submit look={look}>{text}</Submit>
      </div>
    </ActionForm>
  )
}

export const RefreshStep = ({ view, t }: Props) => (
  <Step view={view} t={t} action={refresh} text={t.bulletins.refresh} hint={t.bulletins.refreshHint} />
)

export const ProposeStep = ({ view, t }: Props) => (
  <Step view={view} t={t} action={propose} text={t.bulletins.propose} hint={t.bulletins.proposeHint} />
)

/** The second person signs or sends back; whoever proposed it may take it back; others read that it waits. */
export function WaitingPanel({ view, today, t }: Props & { today: Day }) {
  const words = t.bulletins
  if (!view.may.issue)
    return (
      <Panel title={words.waitsTitle}>
        <p className="soft mb-4">{words.waitsLead}</p>
        {view.may.takeBack ? <Step view={view} t={t} action={takeBack} text={words.takeBack} /> : null}
      </Panel>
    )
  return (
    <Beside>
      <IssuePanel view={view} today={today} t={t} />
      <SendBackPanel view={view} t={t} />
    </Beside>
  )
}

function IssuePanel({ view, today, t }: Props & { today: Day }) {
  const words = t.bulletins
  return (
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
  )
}

function SendBackPanel({ view, t }: Props) {
  const words = t.bulletins
  return (
    <Panel title={words.sendBack}>
      <ActionForm action={sendBack} aria-label={words.sendBack}>
        <Started view={view} />
        <WordsField name="reason" label={words.sendBackReason} rows={3} maxLength={500} />
        <div className="form-end">
          <Submit look="plain">{words.sendBack}</Submit>
        </div>
      </ActionForm>
    </Panel>
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

/** A mistake in what was issued gets a document of its own. */
export function CorrectStep({ documentId, t }: { documentId: number; t: Messages }) {
  return (
    <ActionForm action={draftCorrection} aria-label={t.bulletins.draftErratum}>
      <Hidden name="documentId" value={documentId} />
      <p className="soft small">{t.bulletins.draftErratumHint}</p>
      <div>
        <Submit look="plain">{t.bulletins.draftErratum}</Submit>
      </div>
    </ActionForm>
  )
}
