import type { YearListItem } from '../../db/queries/year-lists'
import type { Missing } from '../../domain/annual-plan-totals'
import { fill, type Messages } from '../../domain/messages'
import { ActionForm, DayField, Hidden, Submit, TextField, WordsField } from '../_components/form'
import { Panel } from '../_components/panel'
import { draftList } from './actions'

type Props = { lists: readonly YearListItem[]; missing: Missing; year: number; t: Messages }

/** One draft waits at a time; what the list would leave out is said before it is made. */
export function DraftPanel({ lists, missing, year, t }: Props) {
  const words = t.annual
  if (lists.some(({ status }) => status === 'submitted')) return null
  const published = lists.find(({ status, current }) => status === 'approved' && current)
  const title = published ? fill(words.draftAgain, { revision: published.revision + 1 }) : fill(words.draftTitle, { year })
  return (
    <Panel title={title} note={words.draftLead}>
      <div className="beside">
        <MissingLines missing={missing} t={t} />
        <ActionForm action={draftList} aria-label={title}>
          <Hidden name="year" value={year} />
          <TextField name="title" label={words.titleField} maxLength={200} defaultValue={fill(words.titleDefault, { year })} />
          <div className="form-row">
            <TextField name="documentNo" label={words.documentNo} hint={words.documentHint} maxLength={120} autoComplete="off" />
            <DayField name="day" label={words.day} hint={words.dayHint} />
          </div>
          {published ? <WordsField name="reason" label={words.reason} maxLength={500} rows={2} /> : null}
          <div className="form-end">
            <Submit>{words.draft}</Submit>
          </div>
        </ActionForm>
      </div>
    </Panel>
  )
}

function MissingLines({ missing: { waiting, active, sums }, t }: { missing: Missing; t: Messages }) {
  const words = t.annual
  const lines = [
    { count: waiting, text: words.missingWaiting },
    { count: active, text: words.missingActive },
    { count: sums, text: words.missingSums },
  ].filter(({ count }) => count > 0)
  return (
    <div>
      <h3>{words.missing}</h3>
      {lines.length === 0 ? (
        <p className="good">{words.missingNothing}</p>
      ) : (
        <ul className="year-missing">
          {lines.map(({ count, text }) => (
            <li key={text} className="slow">
              {fill(text, { count })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
