import type { EvaluationView } from '../../db/queries/evaluations'
import type { Day } from '../../domain/calendar'
import { mostWords } from '../../domain/evaluation-input'
import type { Messages } from '../../domain/messages'
import { ActionForm, Hidden, Submit, TextField, WordsField } from '../_components/form'
import { Beside, Panel } from '../_components/panel'
import { PaperWaits, SentBackFor, Step } from '../_components/paper-steps'
import { Version } from '../_components/stale'
import { edit, issue, propose, refresh, sendBack, takeBack } from './actions'

type Props = { view: EvaluationView; t: Messages }

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

export function WaitingPanel({ view, today, t }: Props & { today: Day }) {
  const words = { ...t.evaluation, issueTitle: t.evaluation.issue, signer: t.evaluation.signer }
  return <PaperWaits view={view} today={today} words={words} actions={{ issue, sendBack, takeBack }} />
}

export const SentBack = ({ view, t }: Props) => <SentBackFor reason={view.sentBackReason} text={t.evaluation.sentBackBefore} />
