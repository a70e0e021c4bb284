import type { EvaluationView } from '../../db/queries/evaluations'
import type { Day } from '../../domain/calendar'
import { mostWords } from '../../domain/evaluation-input'
import { fill, type Messages } from '../../domain/messages'
import { ActionForm, DayField, Hidden, Submit, TextField, WordsField } from '../_components/form'
import { Notice } from '../_components/notice'
import { Beside, Panel } from '../_components/panel'
import { Version } from '../_components/stale'
import type { FormAction } from '../_lib/form-state'
import { edit, issue, propose, refresh, sendBack, takeBack } from './actions'

type Props = { view: EvaluationView; t: Messages }

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

const parts = ['opening', 'measures', 'problems', 'proposals', 'closing'] as const

/** While it is a draft: words, figures again, and the step that freezes both. */
export function DraftPanels({ view, t }: Props) {
  const words = t.evaluation
  return (
    <>
      <Panel title={words.textsTitle}>
        <p className="soft mb-4">{words.textsLead}</p>
        <TextsForm view={view} t={t} />
      </Panel>
      <Panel>
        <Beside>
          <Step view={view} action={refresh} text={words.refresh} hint={words.refreshHint} />
          <Step view={view} action={propose} text={words.propose} hint={words.proposeHint} />
        </Beside>
      </Panel>
    </>
  )
}

function TextsForm({ view: { id, version, title, texts }, t }: Props) {
  const words = t.evaluation
  const labels = {
    opening: words.fieldOpening,
    measures: words.fieldMeasures,
    problems: words.fieldProblems,
    proposals: words.fieldProposals,
    closing: words.fieldClosing,
  }
  const fields = [
    { name: 'title', label: words.fieldTitle },
    { name: 'issuer', label: words.fieldIssuer },
    { name: 'addressee', label: words.fieldAddressee },
    ...parts.map((name) => ({ name, label: labels[name] })),
  ]
  return (
    <ActionForm action={edit} aria-label={words.textsTitle}>
      <Hidden name="id" value={id} />
      <Version version={version} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} fields={fields} />
      <TextField name="title" label={words.fieldTitle} maxLength={100} autoComplete="off" defaultValue={title} />
      <div className="form-row">
        <TextField name="issuer" label={words.fieldIssuer} maxLength={60} autoComplete="off" defaultValue={texts.issuer} />
        <TextField
          name="addressee"
          label={words.fieldAddressee}
          optional
          maxLength={200}
          autoComplete="off"
          defaultValue={texts.addressee}
        />
      </div>
      {parts.map((name) => (
        <WordsField key={name} name={name} label={labels[name]} optional rows={4} maxLength={mostWords} defaultValue={texts[name]} />
      ))}
      <div className="form-end">
        <Submit>{words.saveTexts}</Submit>
      </div>
    </ActionForm>
  )
}

/** The second person issues or sends back; whoever proposed it may take it back; others read that it waits. */
export function WaitingPanel({ view, today, t }: Props & { today: Day }) {
  const words = t.evaluation
  if (!view.may.issue)
    return (
      <Panel title={words.waitsTitle}>
        <p className="soft mb-4">{words.waitsLead}</p>
        {view.may.takeBack ? <Step view={view} action={takeBack} text={words.takeBack} /> : null}
      </Panel>
    )
  return (
    <Beside>
      <Panel title={words.issue}>
        <ActionForm action={issue} aria-label={words.issue}>
          <Started view={view} />
          <p className="soft small">{words.issueLead}</p>
          <TextField name="signer" label={words.signer} maxLength={40} autoComplete="off" />
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
  const [before, after] = fill(t.evaluation.sentBackBefore, { reason: '\n' }).split('\n')
  return (
    <Notice tone="slow">
      {before}
      <span lang="zh-CN">{sentBackReason}</span>
      {after}
    </Notice>
  )
}
