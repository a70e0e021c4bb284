import type { MeetingItem } from '../../../db/queries/meeting-view'
import type { Messages } from '../../../domain/messages'
import { ActionForm, DayField, Hidden, Select, Submit, TextField, WordsField } from '../../_components/form'
import { SheetButton } from '../../_components/sheet-button'
import { Version } from '../../_components/stale'
import { addMatter, edit, settle } from './actions'

type Unit = { id: number; name: string }
type DutyProps = { item?: MeetingItem; units: readonly Unit[]; t: Messages }

/** 措施、责任单位、责任人、时限 */
export function DutyFields({ item, units, t }: DutyProps) {
  const words = t.desk.meetings
  const options = units.map(({ id, name }) => ({ value: String(id), text: name }))
  return (
    <>
      <WordsField name="measure" label={words.measure} maxLength={1000} rows={2} optional defaultValue={item?.measure} />
      <Select
        name="unitId"
        label={words.unit}
        options={options}
        empty={words.unitEmpty}
        defaultValue={item?.unitId ? String(item.unitId) : ''}
        optional
      />
      <div className="form-row">
        <TextField name="person" label={words.person} maxLength={40} optional defaultValue={item?.person} />
        <DayField name="dueOn" label={words.due} optional defaultValue={item?.dueOn} />
      </div>
    </>
  )
}

type Props = { item: MeetingItem; units: readonly Unit[]; t: Messages }

/** What may be done with an open line: its duty is filled in, and it is settled. */
export function ItemActs({ item, units, t }: Props) {
  const words = t.desk.meetings
  return (
    <div className="more-acts no-print mt-0">
      <SheetButton text={words.settle} title={item.problem} t={t}>
        <div className="mt-2">
          <ActionForm action={settle} aria-label={words.settle}>
            <Ref item={item} t={t} />
            <WordsField name="words" label={words.settleWords} hint={words.settleHint} maxLength={1000} rows={2} />
            <div className="form-end">
              <Submit>{words.settle}</Submit>
            </div>
          </ActionForm>
        </div>
      </SheetButton>
      <SheetButton text={words.edit} title={item.problem} t={t}>
        <div className="mt-2">
          <ActionForm action={edit} aria-label={words.edit}>
            <Ref item={item} t={t} />
            <WordsField name="problem" label={words.problem} maxLength={500} rows={2} defaultValue={item.problem} />
            <DutyFields item={item} units={units} t={t} />
            <div className="form-end">
              <Submit look="plain">{t.common.save}</Submit>
            </div>
          </ActionForm>
        </div>
      </SheetButton>
    </div>
  )
}

function Ref({ item: { id, version }, t }: { item: MeetingItem; t: Messages }) {
  return (
    <>
      <Hidden name="id" value={id} />
      <Version version={version} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} />
    </>
  )
}

/** A matter that is no condition: of a work, or of none. */
export function MatterForm({ meetingId, units, t }: { meetingId: number; units: readonly Unit[]; t: Messages }) {
  const words = t.desk.meetings
  return (
    <ActionForm action={addMatter} aria-label={words.matter}>
      <Hidden name="meetingId" value={meetingId} />
      <WordsField name="problem" label={words.problem} maxLength={500} rows={2} />
      <TextField name="code" label={words.work} hint={words.workHint} maxLength={7} placeholder="P0001" optional />
      <DutyFields units={units} t={t} />
      <div className="form-end">
        <Submit>{words.listThis}</Submit>
      </div>
    </ActionForm>
  )
}
