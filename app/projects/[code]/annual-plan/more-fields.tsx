import type { AnnualPlanRow } from '../../../../db/queries/annual-plan-form'
import type { Messages } from '../../../../domain/messages'
import { Select, TextField, WordsField } from '../../../_components/form'

type Props = { start: AnnualPlanRow | null; units: readonly { id: number; name: string }[]; t: Messages }

/** What should stand at the year's end, and who answers for it. */
export function MoreFields({ start, units, t }: Props) {
  const words = t.annual
  return (
    <>
      <WordsField
        name="imageGoal"
        label={words.imageGoal}
        hint={words.imageGoalHint}
        optional
        maxLength={500}
        rows={2}
        defaultValue={start?.imageGoal}
      />
      <div className="form-row">
        <TextField name="leader" label={words.leader} optional maxLength={40} autoComplete="off" defaultValue={start?.leader} />
        <Select
          name="responsibleId"
          label={words.responsible}
          options={units.map(({ id, name }) => ({ value: String(id), text: name }))}
          empty={words.responsibleNone}
          optional
          defaultValue={start?.responsibleId === null || start?.responsibleId === undefined ? '' : String(start.responsibleId)}
        />
      </div>
      <TextField name="listNote" label={words.listNote} optional maxLength={200} autoComplete="off" defaultValue={start?.listNote} />
    </>
  )
}
