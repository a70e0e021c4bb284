import type { ImportView, PreviewRow } from '../../../db/queries/imports'
import { fill, type Messages } from '../../../domain/messages'
import { ActionForm, Choice, Hidden, Select, Submit, TextField } from '../../_components/form'
import { SheetButton } from '../../_components/sheet-button'
import { decide } from './actions'
import { nameWords } from './row-words'

type Props = { row: PreviewRow; imp: ImportView; t: Messages }

/** A person says which work a row means. */
export function Decide({ row, imp, t }: Props) {
  const say = t.imports
  const candidates = (row.candidates ?? []).map(({ code, name, score }) => ({
    value: code,
    text: fill(say.likeness, { code, name, score }),
  }))
  const choices = [
    { value: 'work', text: say.decideWork },
    ...(imp.purpose === 'reports' ? [] : [{ value: 'new', text: say.decideNew }]),
    { value: 'skip', text: say.decideSkip },
  ]
  return (
    <SheetButton text={say.decide} title={nameWords(row)} t={t}>
      <ActionForm action={decide} aria-label={say.decide}>
        <Hidden name="id" value={imp.id} />
        <Hidden name="version" value={imp.version} />
        <Hidden name="row" value={row.id} />
        <Choice name="decision" label={say.decide} options={choices} defaultValue="work" />
        {candidates.length > 0 ? (
          <Select name="code" label={say.work} options={candidates} defaultValue={candidates[0]?.value} />
        ) : (
          <TextField name="code" label={say.decideCode} hint={say.noCandidates} optional maxLength={8} />
        )}
        <div className="form-end">
          <Submit>{say.decideSend}</Submit>
        </div>
      </ActionForm>
    </SheetButton>
  )
}
