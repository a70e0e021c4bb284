import type { CandidateRow } from '../../../db/queries/candidates'
import { fill, type Messages } from '../../../domain/messages'
import { sectors } from '../../../domain/plan'
import { ActionForm, Hidden, Select, Submit, TextField, WordsField } from '../../_components/form'
import { Panel } from '../../_components/panel'
import { admit, dismiss, merge, reconsider } from '../actions'

type Props = { row: CandidateRow; close: readonly { code: string; name: string }[]; towns: readonly string[]; t: Messages }

/** The three ways a candidate may go, each a form of its own; the likeliest stands first. */
export function DecideForms({ row, close, towns, t }: Props) {
  const merging = <MergeForm key="merge" row={row} close={close} t={t} />
  const admitting = <AdmitForm key="admit" row={row} towns={towns} t={t} />
  return (
    <>
      {close.length > 0 ? [merging, admitting] : [admitting, merging]}
      <Panel title={t.candidates.dismissTitle}>
        <ActionForm action={dismiss}>
          <Hidden name="candidate" value={row.code} />
          <WordsField name="reason" label={t.candidates.reason} maxLength={500} rows={2} />
          <Submit look="plain">{t.candidates.dismiss}</Submit>
        </ActionForm>
      </Panel>
    </>
  )
}

function AdmitForm({ row, towns, t }: Omit<Props, 'close'>) {
  return (
    <Panel title={t.candidates.admitTitle}>
      <p className="soft">{t.candidates.admitNote}</p>
      <ActionForm action={admit}>
        <Hidden name="candidate" value={row.code} />
        <TextField name="name" label={t.candidates.workName} defaultValue={row.name} maxLength={120} autoComplete="off" />
        <div className="form-row">
          <Select
            name="sector"
            label={t.candidates.sector}
            defaultValue={row.sector ?? ''}
            empty="—"
            options={sectors.map((value) => ({ value, text: t.labels.sectors[value] }))}
          />
          <Select name="town" label={t.candidates.town} empty="—" options={towns.map((value) => ({ value, text: value }))} optional />
        </div>
        <WordsField name="reason" label={t.candidates.reasonOptional} maxLength={500} rows={2} optional />
        <Submit>{t.candidates.admit}</Submit>
      </ActionForm>
    </Panel>
  )
}

function MergeForm({ row, close, t }: Omit<Props, 'towns'>) {
  const codes = close.map(({ code, name }) => `${code} ${name}`).join('、')
  return (
    <Panel title={t.candidates.mergeTitle}>
      <ActionForm action={merge}>
        <Hidden name="candidate" value={row.code} />
        <TextField
          name="code"
          label={t.candidates.mergeWith}
          hint={codes ? fill(t.candidates.mergeHint, { codes }) : t.candidates.mergeHintPlain}
          defaultValue={close[0]?.code}
          maxLength={12}
          autoComplete="off"
        />
        <WordsField name="reason" label={t.candidates.reasonOptional} maxLength={500} rows={2} optional />
        <Submit look={close.length > 0 ? 'main' : 'plain'}>{t.candidates.merge}</Submit>
      </ActionForm>
    </Panel>
  )
}

export function ReconsiderForm({ row, t }: { row: CandidateRow; t: Messages }) {
  return (
    <Panel title={t.candidates.reconsiderTitle}>
      <ActionForm action={reconsider}>
        <Hidden name="candidate" value={row.code} />
        <WordsField name="reason" label={t.candidates.reason} maxLength={500} rows={2} />
        <Submit look="plain">{t.candidates.reconsider}</Submit>
      </ActionForm>
    </Panel>
  )
}
