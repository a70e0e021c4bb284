import { draftFiles, findingDraft } from '../../../domain/draft'
import { evidenceLimits } from '../../../domain/evidence'
import { EvidenceField } from '../../_components/evidence-field'
import { DayField, WordsField } from '../../_components/form'
import { acknowledge, askTime, plan, request, start, takeFile } from './actions'
import { type ActProps, Remark, StepForm } from './step-form'

/** What the unit does. */
export function AcknowledgeForm(props: ActProps) {
  return (
    <StepForm {...props} action={acknowledge} label={props.t.findings.acknowledge}>
      <Remark t={props.t} />
    </StepForm>
  )
}

export function PlanForm(props: ActProps) {
  const { view, t } = props
  const words = t.findings
  return (
    <StepForm {...props} action={plan} label={view.plan === null ? words.plan : words.planAgain}>
      <WordsField name="words" label={words.planField} hint={words.planHint} maxLength={2000} rows={4} defaultValue={view.plan} />
    </StepForm>
  )
}

export function StartForm(props: ActProps) {
  return (
    <StepForm {...props} action={start} label={props.t.findings.start}>
      <Remark t={props.t} />
    </StepForm>
  )
}

/** Words and proof, both needed; files hang on the reader's own draft until the form is sent. */
export function RequestForm(props: ActProps) {
  const { view, t } = props
  const words = t.findings
  return (
    <StepForm {...props} action={request} label={words.request}>
      <WordsField name="words" label={words.requestField} hint={words.requestHint} maxLength={2000} rows={4} />
      <EvidenceField
        subject={draftFiles(findingDraft(view.id))}
        files={view.draft.map(({ id, sha256, name, mime }) => ({ id, sha256, name, mime }))}
        most={evidenceLimits.perSubject}
        words={{ ...t.updates.evidence, label: words.requestFiles, hint: words.requestFilesHint, warning: t.common.secretWarning }}
        remove={takeFile}
      />
    </StepForm>
  )
}

export function AskTimeForm(props: ActProps) {
  const { view, today, t } = props
  const words = t.findings
  return (
    <StepForm {...props} action={askTime} label={words.extend}>
      <DayField name="dueOn" label={words.extendDue} hint={words.extendHint} min={view.dueOn && view.dueOn > today ? view.dueOn : today} />
      <WordsField name="words" label={words.extendReason} maxLength={1000} rows={2} />
    </StepForm>
  )
}
