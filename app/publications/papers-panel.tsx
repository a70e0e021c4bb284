import type { PaperRow } from '../../db/queries/publications'
import { shanghaiDay } from '../../domain/calendar'
import { fill, type Messages } from '../../domain/messages'
import { Empty } from '../_components/empty'
import { ActionForm, Hidden, Submit } from '../_components/form'
import { Panel } from '../_components/panel'
import { type Column, Table } from '../_components/table'
import { endPublic, makePublic } from './actions'

type Row = PaperRow & { subject: 'bulletin' | 'dispatch' }

/** Issued papers, each with one button. */
export function PapersPanel({ rows, t }: { rows: readonly Row[]; t: Messages }) {
  const words = t.open.oc4ids
  return (
    <Panel title={words.papers} flush>
      <p className="soft panel-body">{words.papersLead}</p>
      {rows.length > 0 ? (
        <Table caption={words.papers} columns={columns(t)} rows={rows} keyOf={({ subject, id }) => `${subject}-${id}`} />
      ) : (
        <Empty title={words.papersNone}>{words.papersNoneHint}</Empty>
      )}
    </Panel>
  )
}

function columns(t: Messages): Column<Row>[] {
  const words = t.open.oc4ids
  return [
    { key: 'kind', head: words.kind, tight: true, card: 'top', cell: ({ subject }) => words.kinds[subject] },
    { key: 'day', head: words.day, tight: true, card: 'top', cell: ({ day }) => day ?? '—' },
    {
      key: 'title',
      head: words.paper,
      card: 'title',
      cell: ({ subject, id, title }) => (
        <a href={subject === 'bulletin' ? `/bulletins/${id}` : `/dispatches/${id}`} lang="zh-CN">
          {title}
        </a>
      ),
    },
    { key: 'number', head: words.number, cell: ({ number }) => (number ? <span lang="zh-CN">{number}</span> : '—') },
    {
      key: 'state',
      head: words.state,
      tight: true,
      cell: ({ publishedAt }) =>
        publishedAt ? fill(words.isPublic, { day: shanghaiDay(publishedAt) }) : <span className="soft">{words.isNot}</span>,
    },
    { key: 'act', head: <span className="sr">{words.act}</span>, card: 'full', label: '', cell: (row) => <Act row={row} t={t} /> },
  ]
}

function Act({ row: { subject, id, title, publishedAt }, t }: { row: Row; t: Messages }) {
  const words = t.open.oc4ids
  const word = publishedAt ? words.endOne : words.publishOne
  return (
    <ActionForm action={publishedAt ? endPublic : makePublic} className="form" aria-label={`${word} ${title}`}>
      <Hidden name="subject" value={subject} />
      <Hidden name="ids[]" value={id} />
      <Submit look="plain">{word}</Submit>
    </ActionForm>
  )
}
