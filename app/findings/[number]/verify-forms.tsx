import { DayField, WordsField } from '../../_components/form'
import { close, closeAndLook, pass, reopen, sendBack } from './actions'
import { type ActProps, Remark, StepForm } from './step-form'

/** What another person than rectified decides. */
export function CloseForm(props: ActProps) {
  const words = props.t.findings
  return (
    <StepForm {...props} action={close} label={words.close}>
      <WordsField name="words" label={words.words} hint={words.closeHint} optional maxLength={1000} rows={2} />
    </StepForm>
  )
}

export function CloseAndLookForm(props: ActProps) {
  const words = props.t.findings
  return (
    <StepForm {...props} action={closeAndLook} label={words.closeWithRecheck}>
      <DayField name="recheckDueOn" label={words.recheckField} min={props.today} />
      <Remark t={props.t} />
    </StepForm>
  )
}

export function SendBackForm(props: ActProps) {
  const words = props.t.findings
  return (
    <StepForm {...props} action={sendBack} label={words.sendBack}>
      <WordsField name="words" label={words.sendBackReason} maxLength={1000} rows={2} />
      <DayField name="dueOn" label={words.sendBackDue} min={props.today} />
    </StepForm>
  )
}

export function PassForm(props: ActProps) {
  return (
    <StepForm {...props} action={pass} label={props.t.findings.passRecheck}>
      <Remark t={props.t} />
    </StepForm>
  )
}

export function ReopenForm(props: ActProps) {
  const words = props.t.findings
  return (
    <StepForm {...props} action={reopen} label={words.reopen}>
      <WordsField name="words" label={words.reopenReason} maxLength={2000} rows={2} />
    </StepForm>
  )
}
