import type { EventRow } from '../../db/queries/events'
import type { LogState } from '../../db/queries/home-house'
import { fill, type Messages } from '../../domain/messages'
import { PageHead } from '../_components/page-head'
import { Panel } from '../_components/panel'
import { type Column, Table } from '../_components/table'
import { minuteWords } from '../_lib/instant'

/** The head of the chain and what was recorded last. */
export function AuditorHome({ log, t }: { log: LogState; t: Messages }) {
  const words = t.home
  return (
    <div className="page">
      <PageHead
        title={words.log}
        lead={log.head ? fill(words.logHead, { seq: log.head.seq, at: minuteWords(log.head.at) }) : words.logNone}
      >
        <a className="button button-main" href="/audit?verify=1">
          {words.verify}
        </a>
      </PageHead>
      <div className="stack">
        {log.head ? (
          <Panel title={words.logHash}>
            <code className="break-all">{log.head.hash}</code>
          </Panel>
        ) : null}
        <Panel title={words.lastEvents} aside={<a href="/audit">{words.allEvents} ›</a>} flush>
          <Table caption={words.lastEvents} columns={columnsOf(t)} rows={log.last} keyOf={(row) => row.seq} />
        </Panel>
      </div>
    </div>
  )
}

function columnsOf(t: Messages): Column<EventRow>[] {
  const { audit } = t
  const actions: Record<string, string> = audit.actions
  return [
    { key: 'seq', head: audit.number, kind: 'code', cell: (row) => row.seq },
    { key: 'at', head: audit.at, cell: (row) => minuteWords(row.at) },
    { key: 'actor', head: audit.actor, cell: (row) => (row.actor ? row.actor.name : row.sealed ? '—' : t.home.system) },
    { key: 'action', head: audit.action, card: 'title', cell: (row) => (row.sealed ? audit.sealed : (actions[row.action] ?? row.action)) },
    {
      key: 'subject',
      head: audit.subject,
      cell: (row) => (row.sealed ? '—' : <a href={`/audit?subject=${encodeURIComponent(row.subject)}`}>{row.subject}</a>),
    },
  ]
}
