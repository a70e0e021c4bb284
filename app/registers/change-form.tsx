import type { ApplicationItem } from '../../db/queries/register-applications'
import { fill, type Messages } from '../../domain/messages'
import { ActionForm, Hidden, Submit } from '../_components/form'
import { Version } from '../_components/stale'
import { changeEntry } from './actions'
import { ApplicationFields } from './application-fields'

/** The entry as it stands, to be corrected or given its result. */
export function ChangeForm({ row, t }: { row: ApplicationItem; t: Messages }) {
  const words = t.registers
  const fields = [
    { name: 'level', label: words.level, words: words.levels },
    { name: 'year', label: words.year },
    { name: 'listName', label: words.listName },
    { name: 'submittedOn', label: words.submittedOn },
    { name: 'documentNo', label: words.documentNo },
    { name: 'result', label: words.resultField, words: words.results },
    { name: 'resultOn', label: words.resultOn },
    { name: 'resultDocument', label: words.resultDocument },
    { name: 'remark', label: words.remarkField },
  ]
  return (
    <ActionForm action={changeEntry} className="form mt-2" aria-label={fill(words.changeTitle, { work: row.work })}>
      <Hidden name="id" value={row.id} />
      <Version version={row.version} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} fields={fields} />
      <ApplicationFields given={row} raises={row.mayRaise} t={t} />
      <div className="form-end">
        <Submit>{words.save}</Submit>
      </div>
    </ActionForm>
  )
}
