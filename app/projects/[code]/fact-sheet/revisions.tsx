import type { FactSheetForm } from '../../../../db/queries/fact-sheet-form'
import type { SheetRow } from '../../../../db/queries/sheets'
import { fill, type Messages } from '../../../../domain/messages'
import { type Column, Table } from '../../../_components/table'
import { reviewWords } from '../review-words'
import { sheetChanges } from './sheet-words'

/** Every revision that was handed in: who, when, what it changed against the one before. */
export function Revisions({ form, t }: { form: FactSheetForm; t: Messages }) {
  return <Table caption={t.facts.revisions} columns={columns(form, t)} rows={form.sheets} keyOf={(row) => row.id} />
}

function columns({ sheets, people }: FactSheetForm, t: Messages): Column<SheetRow>[] {
  const words = t.facts
  return [
    { key: 'revision', head: words.revisions, card: 'title', cell: (row) => fill(words.revision, { revision: row.revision }) },
    {
      key: 'status',
      head: words.status,
      cell: (row) => (row.current ? <span className="good">{words.inForce}</span> : t.labels.reviewStatuses[row.status]),
    },
    {
      key: 'who',
      head: words.who,
      card: 'full',
      cell: (row) => (
        <>
          {reviewWords(row, people, t)}
          {row.onBehalf ? <span className="soft small block">{fill(words.onBehalf, { words: row.onBehalf })}</span> : null}
        </>
      ),
    },
    { key: 'changes', head: words.changes, card: 'full', cell: (row) => <Changes row={row} before={approvedBefore(sheets, row)} t={t} /> },
  ]
}

/** A revision starts from the one that was in force when it was handed in: the last approved one before it. */
const approvedBefore = (sheets: readonly SheetRow[], row: SheetRow): SheetRow | null =>
  sheets.find((sheet) => sheet.revision < row.revision && sheet.status === 'approved') ?? null

function Changes({ row, before, t }: { row: SheetRow; before: SheetRow | null; t: Messages }) {
  const words = t.facts
  if (!before) return <span className="soft">{words.changesFirst}</span>
  const changes = sheetChanges(before.body, row.body, t)
  if (changes.length === 0) return <span className="soft">{words.changesNone}</span>
  return (
    <ul className="small">
      {changes.map(({ label, before: old, after }) => (
        <li key={label}>
          <span className="soft">{label}</span> {old} → {after}
        </li>
      ))}
    </ul>
  )
}
