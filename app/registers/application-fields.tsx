import { applicationLevels } from '../../domain/list-application'
import type { Messages } from '../../domain/messages'
import { registerResults } from '../../domain/registers'
import { Choice, DayField, NumberField, Select, TextField, Tick, WordsField } from '../_components/form'

export type GivenApplication = {
  level?: string
  listName?: string
  year: number
  submittedOn?: string
  documentNo?: string | null
  result?: string
  resultOn?: string | null
  resultDocument?: string | null
  remark?: string | null
}

/** What was put forward, and what came of it. `raises` = the work's own level could follow. */
export function ApplicationFields({ given, raises, today, t }: { given: GivenApplication; raises: boolean; today?: string; t: Messages }) {
  const words = t.registers
  const levels = applicationLevels.map((value) => ({ value, text: words.levels[value] }))
  const results = registerResults.map((value) => ({ value, text: words.results[value] }))
  return (
    <>
      <div className="form-row">
        <Select name="level" label={words.level} options={levels} defaultValue={given.level} />
        <NumberField name="year" label={words.year} inputMode="numeric" maxLength={4} defaultValue={given.year} />
      </div>
      <TextField
        name="listName"
        label={words.listName}
        hint={words.listNameHint}
        maxLength={80}
        autoComplete="off"
        defaultValue={given.listName}
      />
      <div className="form-row">
        <DayField name="submittedOn" label={words.submittedOn} max={today} defaultValue={given.submittedOn ?? today} />
        <TextField
          name="documentNo"
          label={words.documentNo}
          hint={words.documentNoHint}
          optional
          maxLength={80}
          autoComplete="off"
          defaultValue={given.documentNo}
        />
      </div>
      <Choice name="result" label={words.resultField} options={results} defaultValue={given.result ?? 'pending'} />
      <div className="form-row">
        <DayField name="resultOn" label={words.resultOn} hint={words.resultOnHint} optional max={today} defaultValue={given.resultOn} />
        <TextField
          name="resultDocument"
          label={words.resultDocument}
          hint={words.resultDocumentHint}
          optional
          maxLength={120}
          autoComplete="off"
          defaultValue={given.resultDocument}
        />
      </div>
      <WordsField name="remark" label={words.remarkField} optional maxLength={500} rows={2} defaultValue={given.remark} />
      {raises ? <Tick name="raiseLevel" label={words.raise} /> : null}
    </>
  )
}
