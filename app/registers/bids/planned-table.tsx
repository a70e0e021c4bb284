import type { PlannedBid } from '../../../db/queries/register-bids'
import type { Messages } from '../../../domain/messages'
import { ClauseQuote } from '../../_components/clause'
import { Unknown, WanTotal } from '../../_components/money'
import { type Column, Table } from '../../_components/table'

/** The plan's four, each with its clause, how often it was tried and what was won. */
export function PlannedTable({ rows, t }: { rows: readonly PlannedBid[]; t: Messages }) {
  const words = t.registers
  const columns: Column<PlannedBid>[] = [
    { key: 'bid', head: words.bid, card: 'title', cell: ({ name }) => <span lang="zh-CN">{name}</span> },
    { key: 'clause', head: words.clause, card: 'full', cell: ({ clause }) => <ClauseQuote {...clause} t={t} /> },
    {
      key: 'tried',
      head: words.tried,
      unit: words.triedUnit,
      kind: 'figure',
      cell: ({ code, tried }) => (tried > 0 ? <a href={`/registers/bids?bid=${code}`}>{tried}</a> : '0'),
    },
    { key: 'accepted', head: words.accepted, unit: words.triedUnit, kind: 'figure', cell: ({ accepted }) => accepted },
    {
      key: 'amount',
      head: words.amount,
      unit: t.common.wan,
      kind: 'figure',
      cell: ({ accepted, amount }) => (accepted === 0 ? <Unknown why={words.nothingWon} /> : <WanTotal total={amount} t={t} />),
    },
  ]
  return <Table caption={words.planned} columns={columns} rows={rows} keyOf={({ code }) => code} />
}
