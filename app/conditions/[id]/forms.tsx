import type { ReactNode } from 'react'
import type { ConditionView } from '../../../db/queries/condition-view'
import type { Day } from '../../../domain/calendar'
import { fill, type Messages } from '../../../domain/messages'
import { ActionForm, DayField, Hidden, Select, Submit, TextField, WordsField } from '../../_components/form'
import { Version } from '../../_components/stale'
import type { FormAction } from '../../_lib/form-state'
import { decide, escalate, instruct, list, redirect } from './actions'

type Named = { id: number; name: string }
type Meeting = { id: number; title: string; heldOn: Day }
export type FormProps = {
  view: ConditionView
  units: readonly Named[]
  meetings: readonly Meeting[]
  called: readonly Meeting[]
  today: Day
  t: Messages
}

/** Which condition and version, what is said, and the button that does it. */
function Step({
  view,
  action,
  label,
  main,
  children,
  t,
}: FormProps & { action: FormAction; label: string; main?: boolean; children: ReactNode }) {
  return (
    <ActionForm action={action} aria-label={label}>
      <Hidden name="id" value={view.id} />
      <Version version={view.version} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} />
      {children}
      <div className="form-end">
        <Submit look={main ? 'main' : 'plain'}>{label}</Submit>
      </div>
    </ActionForm>
  )
}

export function InstructForm(props: FormProps) {
  const words = props.t.desk
  return (
    <Step {...props} action={instruct} label={words.instruct} main>
      <WordsField name="words" label={words.instructWords} hint={words.instructHint} maxLength={1000} rows={4} />
    </Step>
  )
}

export function DecideForm(props: FormProps) {
  const { meetings, today, t } = props
  const words = t.desk
  return (
    <Step {...props} action={decide} label={words.decide}>
      <WordsField name="words" label={words.decideWords} maxLength={1000} rows={3} />
      <DayField name="decidedOn" label={words.decideOn} max={today} defaultValue={today} />
      <Select name="meetingId" label={words.decideMeeting} options={meetingOptions(meetings)} empty={words.decideMeetingNone} optional />
      <TextField name="documentNo" label={words.decideDocument} hint={words.decideHint} maxLength={120} optional />
    </Step>
  )
}

export function RedirectForm(props: FormProps) {
  const { units, view, t } = props
  const options = units.filter(({ name }) => name !== view.askedOf).map(({ id, name }) => ({ value: String(id), text: name }))
  return (
    <Step {...props} action={redirect} label={t.desk.redirect}>
      <Select name="unitId" label={t.desk.redirectUnit} options={options} />
      <WordsField name="reason" label={t.desk.redirectReason} maxLength={500} rows={2} />
    </Step>
  )
}

export function EscalateForm(props: FormProps) {
  const words = props.t.desk
  const name = words.levels[String(props.view.level + 1)] ?? ''
  return (
    <Step {...props} action={escalate} label={words.escalate}>
      <WordsField name="reason" label={words.escalateReason} hint={fill(words.escalateHint, { name })} maxLength={500} rows={2} />
    </Step>
  )
}

/** On the list of a meeting that has been called; the measure and the duty can be filled in there. */
export function ListForm({ view, called, t }: FormProps) {
  const words = t.desk
  return (
    <ActionForm action={list} aria-label={words.listedNow}>
      <Hidden name="conditionId" value={view.id} />
      <Select
        name="meetingId"
        label={words.listMeeting}
        options={meetingOptions(called)}
        defaultValue={called.length === 1 ? String(called[0]?.id) : ''}
      />
      <WordsField name="measure" label={words.meetings.measure} maxLength={1000} rows={2} optional />
      <div className="form-row">
        <TextField name="person" label={words.meetings.person} maxLength={40} optional />
        <DayField name="dueOn" label={words.meetings.due} optional />
      </div>
      <div className="form-end">
        <Submit look="plain">{words.listedNow}</Submit>
      </div>
    </ActionForm>
  )
}

const meetingOptions = (meetings: readonly Meeting[]) =>
  meetings.map(({ id, title, heldOn }) => ({ value: String(id), text: `${heldOn} ${title}` }))
