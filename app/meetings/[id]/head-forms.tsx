import type { MeetingView } from '../../../db/queries/meeting-view'
import type { Messages } from '../../../domain/messages'
import { ActionForm, DayField, Hidden, Submit, TextField } from '../../_components/form'
import { SheetButton } from '../../_components/sheet-button'
import { Version } from '../../_components/stale'
import { change, close } from './actions'
import { MatterForm } from './item-forms'

type Props = { view: MeetingView; units: readonly { id: number; name: string }[]; t: Messages }

/** What the bureau does with the meeting itself while it is not closed. */
export function HeadForms({ view, units, t }: Props) {
  const words = t.desk.meetings
  return (
    <div className="more-acts no-print mb-4">
      <SheetButton text={words.matter} title={words.matter} t={t}>
        <div className="mt-2">
          <MatterForm meetingId={view.id} units={units} t={t} />
        </div>
      </SheetButton>
      <SheetButton text={words.change} title={view.title} t={t}>
        <div className="mt-2">
          <ChangeForm view={view} t={t} />
        </div>
      </SheetButton>
      <SheetButton text={words.close} title={view.title} t={t}>
        <div className="mt-2">
          <CloseForm view={view} t={t} />
        </div>
      </SheetButton>
    </div>
  )
}

function ChangeForm({ view, t }: Pick<Props, 'view' | 't'>) {
  const words = t.desk.meetings
  return (
    <ActionForm action={change} aria-label={words.change}>
      <Hidden name="id" value={view.id} />
      <Version version={view.version} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} />
      <TextField name="title" label={words.name} maxLength={120} defaultValue={view.title} />
      <div className="form-row">
        <DayField name="heldOn" label={words.heldOn} defaultValue={view.heldOn} />
        <TextField name="place" label={words.place} maxLength={120} optional defaultValue={view.place} />
      </div>
      <div className="form-end">
        <Submit look="plain">{t.common.save}</Submit>
      </div>
    </ActionForm>
  )
}

function CloseForm({ view, t }: Pick<Props, 'view' | 't'>) {
  const words = t.desk.meetings
  return (
    <ActionForm action={close} aria-label={words.close}>
      <Hidden name="id" value={view.id} />
      <Version version={view.version} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} />
      <p className="soft">{words.closeHint}</p>
      <div className="form-end">
        <Submit>{words.close}</Submit>
      </div>
    </ActionForm>
  )
}
