import type { IndicatorEntry } from '../../../db/queries/indicators'
import type { Messages } from '../../../domain/messages'
import { Empty } from '../../_components/empty'
import { Unknown } from '../../_components/money'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { DecideValue } from './decide-value'

type Waiting = IndicatorEntry & { name: string }

/** What waits for another person, oldest first. */
export function WaitingValues({ rows, total, t }: { rows: readonly Waiting[]; total: number; t: Messages }) {
  const words = t.evaluation
  return (
    <Panel title={words.waitingTitle} note={String(total)} id="waiting" flush>
      {rows.length === 0 ? (
        <Empty title={words.waitingNone} />
      ) : (
        <Table caption={words.waitingCaption} columns={columns(t)} rows={rows} keyOf={({ id }) => id} />
      )}
    </Panel>
  )
}

function columns(t: Messages): Column<Waiting>[] {
  const words = t.evaluation
  return [
    {
      key: 'name',
      head: words.columnIndicator,
      card: 'title',
      cell: ({ indicatorNo, name }) => (
        <a href={`/evaluation/indicators/${indicatorNo}`} lang="zh-CN">
          {indicatorNo} {name}
        </a>
      ),
    },
    { key: 'year', head: words.year, cell: ({ year }) => year },
    { key: 'value', head: words.value, kind: 'figure', cell: ({ value }) => <span lang="zh-CN">{value}</span> },
    { key: 'source', head: words.source, cell: ({ source }) => <span lang="zh-CN">{source}</span> },
    {
      key: 'reason',
      head: words.revisionReason,
      cell: ({ revisionReason }) => (revisionReason ? <span lang="zh-CN">{revisionReason}</span> : ''),
    },
    { key: 'by', head: words.enteredBy, cell: ({ by }) => (by ? <span lang="zh-CN">{by}</span> : <Unknown why={words.enteredBy} />) },
    {
      key: 'act',
      head: <span className="sr">{words.status}</span>,
      card: 'full',
      cell: (row) => <DecideValue entry={row} name={row.name} t={t} />,
    },
  ]
}
