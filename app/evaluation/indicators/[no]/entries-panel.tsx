import type { IndicatorDetail, IndicatorEntry } from '../../../../db/queries/indicators'
import { shanghaiDay } from '../../../../domain/calendar'
import type { Messages } from '../../../../domain/messages'
import { Badge } from '../../../_components/badge'
import { Empty } from '../../../_components/empty'
import { Panel } from '../../../_components/panel'
import { type Column, Table } from '../../../_components/table'
import { DecideValue } from '../decide-value'

/** Everything that was ever entered, returned and revised ones too. */
export function EntriesPanel({ detail: { entries, row }, t }: { detail: IndicatorDetail; t: Messages }) {
  const words = t.evaluation
  return (
    <Panel title={words.historyTitle} flush>
      {entries.length === 0 ? (
        <Empty title={words.historyNone} />
      ) : (
        <Table caption={words.historyCaption} columns={columns(row.indicator.name, t)} rows={entries} keyOf={({ id }) => id} />
      )}
    </Panel>
  )
}

function columns(name: string, t: Messages): Column<IndicatorEntry>[] {
  const words = t.evaluation
  const typed = (text: string | null) => (text === null ? '' : <span lang="zh-CN">{text}</span>)
  return [
    { key: 'year', head: words.year, cell: ({ year }) => year },
    { key: 'value', head: words.value, kind: 'figure', card: 'title', cell: ({ value }) => typed(value) },
    { key: 'source', head: words.source, cell: ({ source }) => typed(source) },
    { key: 'document', head: words.document, wide: true, cell: ({ document }) => typed(document) },
    { key: 'reason', head: words.revisionReason, cell: ({ revisionReason }) => typed(revisionReason) },
    { key: 'by', head: words.enteredBy, cell: ({ by, submittedAt }) => <Who name={by} at={submittedAt} /> },
    { key: 'decided', head: words.decidedBy, cell: ({ decider }) => typed(decider) },
    {
      key: 'status',
      head: words.status,
      cell: (entry) => (
        <>
          <Badge>{entry.current ? words.inForce : t.labels.reviewStatuses[entry.status]}</Badge>
          {entry.decisionReason ? <span className="soft small block">{typed(entry.decisionReason)}</span> : null}
          {entry.status === 'submitted' ? <DecideValue entry={entry} name={name} t={t} /> : null}
        </>
      ),
    },
  ]
}

const Who = ({ name, at }: { name: string | null; at: string }) => (
  <>
    <span lang="zh-CN">{name}</span> <span className="soft small">{shanghaiDay(at)}</span>
  </>
)
