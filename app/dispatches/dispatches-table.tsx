import type { DispatchItem } from '../../db/queries/dispatches'
import { fill, type Messages } from '../../domain/messages'
import { Badge } from '../_components/badge'
import { type Column, Table } from '../_components/table'

export function DispatchesTable({ rows, t }: { rows: readonly DispatchItem[]; t: Messages }) {
  return <Table caption={t.dispatch.listCaption} columns={columns(t)} rows={rows} keyOf={(row) => row.id} />
}

function columns(t: Messages): Column<DispatchItem>[] {
  const [words, own] = [t.bulletins, t.dispatch]
  return [
    { key: 'period', head: own.columnPeriod, tight: true, card: 'top', cell: ({ period }) => period },
    { key: 'state', head: words.columnState, card: 'top', cell: ({ state }) => <Badge>{t.labels.bulletinStates[state]}</Badge> },
    {
      key: 'title',
      head: words.columnTitle,
      card: 'title',
      cell: ({ id, title }) => (
        <a href={`/dispatches/${id}`} lang="zh-CN">
          {title}
        </a>
      ),
    },
    { key: 'number', head: words.columnNumber, tight: true, cell: ({ number }) => number ?? words.notNumbered },
    { key: 'revision', head: own.columnRevision, tight: true, cell: ({ revision }) => fill(own.revision, { revision }) },
    { key: 'day', head: words.columnDay, tight: true, cell: ({ day }) => day ?? '—' },
  ]
}
