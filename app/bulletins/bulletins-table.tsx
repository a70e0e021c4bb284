import type { BulletinItem } from '../../db/queries/bulletins'
import type { Messages } from '../../domain/messages'
import { Badge } from '../_components/badge'
import { type Column, Table } from '../_components/table'

export function BulletinsTable({ rows, t }: { rows: readonly BulletinItem[]; t: Messages }) {
  return <Table caption={t.bulletins.listCaption} columns={columns(t)} rows={rows} keyOf={(row) => row.id} />
}

function columns(t: Messages): Column<BulletinItem>[] {
  const words = t.bulletins
  return [
    {
      key: 'number',
      head: words.columnNumber,
      tight: true,
      card: 'top',
      cell: ({ number }) => number ?? <span className="soft">{words.notNumbered}</span>,
    },
    { key: 'state', head: words.columnState, card: 'top', cell: ({ state }) => <Badge>{t.labels.bulletinStates[state]}</Badge> },
    {
      key: 'title',
      head: words.columnTitle,
      card: 'title',
      cell: ({ id, title, extract }) => (
        <a href={extract ? `/bulletins/${id}/extract` : `/bulletins/${id}`} lang="zh-CN">
          {title}
        </a>
      ),
    },
    {
      key: 'round',
      head: words.columnRound,
      cell: ({ round, quarter }) => (
        <>
          <span lang="zh-CN">{round}</span> <span className="soft">{quarter}</span>
        </>
      ),
    },
    { key: 'day', head: words.columnDay, tight: true, cell: ({ day }) => day ?? '—' },
  ]
}
