import type { EventRow } from '../../db/queries/events'
import type { Json } from '../../domain/events'
import type { Messages } from '../../domain/messages'
import type { Column } from '../_components/table'
import { minuteWords } from '../_lib/instant'
import { changesIn, subjectWords } from './body-words'

export function columns(t: Messages): Column<EventRow>[] {
  const { audit } = t
  const actions: Record<string, string> = audit.actions
  return [
    { key: 'seq', head: audit.number, kind: 'code', cell: (row) => row.seq },
    { key: 'at', head: audit.at, cell: (row) => minuteWords(row.at) },
    {
      key: 'actor',
      head: audit.actor,
      cell: (row) => (row.actor ? `${row.actor.name} (${row.actor.username})` : row.sealed ? '—' : audit.system),
    },
    {
      key: 'action',
      head: audit.action,
      card: 'title',
      cell: (row) => (row.sealed ? <span className="soft">{audit.sealed}</span> : (actions[row.action] ?? row.action)),
    },
    { key: 'subject', head: audit.subject, cell: (row) => (row.sealed ? '—' : <SubjectLink subject={row.subject} t={t} />) },
    { key: 'body', head: audit.body, card: 'full', cell: (row) => <Body row={row} t={t} /> },
  ]
}

/** Leads to everything that happened to it. */
function SubjectLink({ subject, t }: { subject: string; t: Messages }) {
  return (
    <a className="wrap-anywhere" href={`/audit?subject=${encodeURIComponent(subject)}`}>
      {subjectWords(subject, t)}
    </a>
  )
}

/** What changed, as before and after where the event says so, and its hash. */
function Body({ row, t }: { row: EventRow; t: Messages }) {
  const { audit } = t
  if (row.sealed) return <span className="soft">{audit.sealedHint}</span>
  if (row.erased) return <span className="soft">{audit.erased}</span>
  return (
    <details>
      <summary className="underline decoration-dotted underline-offset-4">{row.body === null ? audit.hash : audit.showBody}</summary>
      <Changes body={row.body} t={t} />
      <code className="soft small break-all">
        {audit.hash} {row.hash}
      </code>
    </details>
  )
}

function Changes({ body, t }: { body: Json; t: Messages }) {
  if (body === null) return <p className="soft">{t.audit.noBody}</p>
  const changes = changesIn(body)
  if (changes === null) return <pre className="small whitespace-pre-wrap">{JSON.stringify(body, null, 1)}</pre>
  return (
    <dl className="small">
      {changes.map(({ name, before, after }) => (
        <div key={name}>
          <dt className="inline soft">{name} </dt>
          <dd className="inline">
            {before === undefined ? null : <del>{before}</del>} {after ?? null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
