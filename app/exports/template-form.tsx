import type { Template } from '../../db/queries/export-templates'
import { exportUnits, mostTemplateColumns, type TemplateColumn, workFieldNames } from '../../domain/export-template'
import { fill, type Messages } from '../../domain/messages'
import { ActionForm, Hidden, Select, Submit, TextField, Tick } from '../_components/form'
import { removeTemplate, saveTemplate } from './actions'

type Props = { template: Template | null; year: number; t: Messages }

/** Columns in their order, and a few lines more; a line that shows nothing is none. */
export function TemplateForm({ template, year, t }: Props) {
  const words = t.exports
  const columns = template?.columns ?? []
  const lines = Math.min(mostTemplateColumns, columns.length + (template ? 4 : 10))
  return (
    <>
      <ActionForm action={saveTemplate} className="form" aria-label={template?.name ?? words.add}>
        <Hidden name="code" value={template?.code ?? ''} />
        <Hidden name="version" value={template?.version ?? 0} />
        <TextField name="name" label={words.name} maxLength={60} autoComplete="off" defaultValue={template?.name} />
        <Tick name="unconfirmed" label={words.unconfirmedTick} defaultChecked={template?.unconfirmed ?? true} />
        <p className="soft small">{words.columnsHint}</p>
        <div className="template-columns">
          {Array.from({ length: lines }, (_, at) => (
            <ColumnFields key={String(at)} at={at} column={columns[at] ?? null} year={year} t={t} />
          ))}
        </div>
        <div className="form-end">
          <Submit>{t.common.save}</Submit>
        </div>
      </ActionForm>
      {template && !template.starting ? (
        <ActionForm action={removeTemplate} aria-label={`${words.remove} ${template.name}`}>
          <Hidden name="code" value={template.code} />
          <Hidden name="version" value={template.version} />
          <Submit look="late">{words.remove}</Submit>
        </ActionForm>
      ) : null}
    </>
  )
}

function ColumnFields({ at, column, year, t }: { at: number; column: TemplateColumn | null; year: number; t: Messages }) {
  const words = t.exports
  const fields = workFieldNames.map((value) => ({ value, text: fill(words.fields[value], { year }) }))
  const units = exportUnits.map((value) => ({ value, text: words.units[value] }))
  const label = fill(words.field, { number: at + 1 })
  return (
    <div className="template-column">
      <Select name={`columns.${at}.field`} label={label} empty="—" optional options={fields} defaultValue={column?.field} />
      <TextField name={`columns.${at}.head`} label={words.head} maxLength={40} optional autoComplete="off" defaultValue={column?.head} />
      <Select name={`columns.${at}.unit`} label={words.unit} empty="—" optional options={units} defaultValue={column?.unit} />
    </div>
  )
}
