import type { MeetingLine } from '../../db/queries/meetings'
import { fill, type Messages } from '../../domain/messages'
import { LightMark } from '../_components/light'
import { type Column, Table } from '../_components/table'

type Props = { rows: readonly MeetingLine[]; t: Messages }

export function MeetingsTable({ rows, t }: Props) {
  return <Table caption={t.desk.meetings.title} columns={columns(t)} rows={rows} keyOf={(row) => row.id} />
}

function columns(t: Messages): Column<MeetingLine>[] {
  const words = t.desk.meetings
  return [
    {
      key: 'name',
      head: words.name,
      card: 'title',
      wide: true,
      cell: (row) => (
        <a href={`/meetings/${row.id}`} lang="zh-CN">
          {row.title}
        </a>
      ),
    },
    { key: 'kind', head: words.kind, card: 'top', cell: (row) => words.kinds[row.kind] },
    { key: 'held', head: words.heldOn, kind: 'figure', cell: (row) => row.heldOn },
    { key: 'state', head: words.state, cell: (row) => words.states[row.state] },
    {
      key: 'items',
      head: words.items,
      cell: (row) => (
        <>
          <LightMark level={row.open > 0 ? 'yellow' : row.items > 0 ? 'green' : 'none'}>
            {fill(words.itemsOf, { items: row.items, open: row.open })}
          </LightMark>
          {row.carried > 0 ? <span className="soft small block">{fill(words.carriedOf, { carried: row.carried })}</span> : null}
        </>
      ),
    },
  ]
}
