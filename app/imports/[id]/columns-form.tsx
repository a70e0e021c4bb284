import type { ImportView } from '../../../db/queries/imports'
import { type ImportColumn, importPurposes } from '../../../domain/import'
import { ledgerFields } from '../../../domain/ledger/fields'
import type { Messages } from '../../../domain/messages'
import { sectors } from '../../../domain/plan'
import {
  ActionForm,
  Choice,
  DayField,
  Hidden,
  MonthField,
  NumberField,
  Select,
  Submit,
  TextField,
  WordsField,
} from '../../_components/form'
import { Panel } from '../../_components/panel'
import { map } from './actions'

type Props = { imp: ImportView; columns: readonly ImportColumn[]; sender: string | null; senders: readonly string[]; t: Messages }

/** From whom, what for, and what each column says. */
export function ColumnsForm({ imp, columns, sender, senders, t }: Props) {
  const say = t.imports
  return (
    <ActionForm action={map} aria-label={say.columnsTitle}>
      <Hidden name="id" value={imp.id} />
      <Hidden name="version" value={imp.version} />
      <About imp={imp} sender={sender} t={t} />
      <datalist id="import-senders">
        {senders.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Panel title={say.columnsTitle} flush>
        <table className="register import-columns">
          <caption className="sr">{say.columnsTitle}</caption>
          <thead>
            <tr>
              {[say.column, say.head, say.examples, say.field, say.unit].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map((column, at) => (
              <ColumnRow key={column.column} column={column} at={at} t={t} />
            ))}
          </tbody>
        </table>
      </Panel>
      <div className="form-end form-end-fixed">
        <Submit>{say.mapSend}</Submit>
      </div>
    </ActionForm>
  )
}

function About({ imp, sender, t }: Pick<Props, 'imp' | 'sender' | 't'>) {
  const say = t.imports
  const purposes = importPurposes.map((value) => ({ value, text: say.purposes[value] }))
  const hint = importPurposes.map((value) => `${say.purposes[value]}：${say.purposeHints[value]}`).join(' ')
  return (
    <Panel>
      <div className="beside">
        <div className="form">
          <Choice name="purpose" label={say.purpose} options={purposes} hint={hint} defaultValue={imp.purpose ?? 'reports'} />
          <TextField
            name="sender"
            label={say.sender}
            hint={say.senderHint}
            list="import-senders"
            maxLength={80}
            defaultValue={sender ?? imp.sender}
          />
          <MonthField name="period" label={say.period} optional defaultValue={imp.period ?? imp.layout.month} />
          <NumberField name="year" label={say.year} optional defaultValue={imp.year ?? imp.layout.year} />
        </div>
        <div className="form">
          <WordsField name="note" label={say.note} hint={say.noteHint} optional maxLength={500} rows={2} defaultValue={imp.note} />
          <TextField name="documentTitle" label={say.documentTitle} optional maxLength={120} defaultValue={imp.documentTitle} />
          <TextField name="documentNo" label={say.documentNo} optional maxLength={80} defaultValue={imp.documentNo} />
          <DayField name="documentDay" label={say.documentDay} optional defaultValue={imp.documentDay} />
          <Select
            name="sector"
            label={say.sector}
            options={sectors.map((value) => ({ value, text: t.labels.sectors[value] }))}
            empty="—"
            optional
            defaultValue={imp.sector}
          />
        </div>
      </div>
    </Panel>
  )
}

function ColumnRow({ column, at, t }: { column: ImportColumn; at: number; t: Messages }) {
  const say = t.imports
  const { letter, head, examples, field, sure, hidden, unit } = column
  const name = `${letter} ${head}`
  return (
    <tr>
      <td className="code">{letter}</td>
      <td>
        <span lang="zh-CN">{head || say.noHead}</span>
        {hidden ? <span className="soft small block">{say.hiddenColumn}</span> : null}
      </td>
      <td className="soft small" lang="zh-CN">
        {examples.join('；') || '—'}
      </td>
      <td>
        <input type="hidden" name={`columns.${at}.column`} value={column.column} />
        <select name={`columns.${at}.field`} defaultValue={field ?? ''} aria-label={`${say.field} ${name}`}>
          <option value="">{say.passOver}</option>
          {ledgerFields.map((value) => (
            <option key={value} value={value}>
              {say.fields[value]}
            </option>
          ))}
        </select>
        {field !== null && !sure ? <span className="small block">▲ {say.unsure}</span> : null}
      </td>
      <td>
        <select name={`columns.${at}.unit`} defaultValue={unit ?? ''} aria-label={`${say.unit} ${name}`}>
          <option value="">—</option>
          {(['yuan', 'wan', 'yi'] as const).map((value) => (
            <option key={value} value={value}>
              {say.units[value]}
            </option>
          ))}
        </select>
      </td>
    </tr>
  )
}
