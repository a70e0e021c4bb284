import { fill } from '../../../domain/messages'
import { DayField, Select, TextField, WordsField } from '../../_components/form'
import { assign, propose, transfer } from './actions'
import { type ActProps, Remark, StepForm } from './step-form'

const options = (units: ActProps['units']) => units.map(({ id, name }) => ({ value: String(id), text: name }))

/** Whose it is to rectify, until when. */
export function AssignForm(props: ActProps) {
  const { view, units, today, t } = props
  const words = t.findings
  return (
    <StepForm {...props} action={assign} label={words.assign}>
      <Select name="unitId" label={words.assignUnit} options={options(units)} defaultValue={view.usualUnitId} />
      <div className="form-row">
        <TextField name="person" label={words.assignPerson} maxLength={40} optional defaultValue={view.person} />
        <DayField
          name="dueOn"
          label={words.assignDue}
          hint={fill(words.assignDueHint, { day: view.usualDueOn })}
          min={today}
          defaultValue={view.usualDueOn}
        />
      </div>
      <Remark t={t} />
    </StepForm>
  )
}

export function TransferForm(props: ActProps) {
  const { view, units, t } = props
  const words = t.findings
  return (
    <StepForm {...props} action={transfer} label={words.transfer}>
      <Select
        name="unitId"
        label={words.assignUnit}
        hint={words.transferHint}
        options={options(units.filter(({ id }) => id !== view.unitId))}
      />
      <TextField name="person" label={words.assignPerson} maxLength={40} optional />
      <WordsField name="words" label={words.transferReason} maxLength={1000} rows={2} />
    </StepForm>
  )
}

export function ProposeForm(props: ActProps) {
  const words = props.t.findings
  return (
    <StepForm {...props} action={propose} label={words.propose}>
      <WordsField name="words" label={words.proposeReason} hint={words.proposeHint} maxLength={2000} rows={2} />
    </StepForm>
  )
}
