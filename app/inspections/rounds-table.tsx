import type { RoundItem } from '../../db/queries/rounds'
import type { Messages } from '../../domain/messages'
import { Badge } from '../_components/badge'
import { type Column, Table } from '../_components/table'
import { RoundStateMark } from './round-state'

export function RoundsTable({ rows, t }: { rows: readonly RoundItem[]; t: Messages }) {
  return <Table caption={t.rounds.title} columns={columns(t)} rows={rows} keyOf={(row) => row.id} />
}

function columns(t: Messages): Column<RoundItem>[] {
  const words = t.rounds
  return [
    { key: 'quarter', head: words.quarter, kind: 'code', card: 'top', cell: (row) => row.quarter },
    { key: 'title', head: words.round, card: 'title', cell: (row) => <Title row={row} t={t} /> },
    { key: 'days', head: words.days, wide: true, cell: (row) => daysWords(row, t) },
    { key: 'state', head: words.state, card: 'top', cell: (row) => <RoundStateMark state={row.state} t={t} /> },
    { key: 'works', head: words.works, kind: 'figure', cell: (row) => (row.whole ? row.works : <Partly text={row.works} t={t} />) },
    { key: 'visited', head: words.visited, kind: 'figure', cell: (row) => row.visited },
    { key: 'findings', head: words.findingsOpen, kind: 'figure', cell: (row) => row.findingsOpen },
  ]
}

/** Only what is known of an unannounced list: at least so many. */
const Partly = ({ text, t }: { text: number; t: Messages }) => <span title={t.rounds.notWhole}>≥ {text}</span>

function Title({ row, t }: { row: RoundItem; t: Messages }) {
  return (
    <>
      <a href={`/inspections/${row.id}`} lang="zh-CN">
        {row.title}
      </a>{' '}
      <Badge>{t.labels.roundKinds[row.kind]}</Badge> {row.announced ? null : <Badge>{t.rounds.unannounced}</Badge>}
    </>
  )
}

export const daysWords = ({ fromDay, toDay }: { fromDay: string | null; toDay: string | null }, t: Messages): string =>
  fromDay === null && toDay === null ? t.rounds.noDays : `${fromDay ?? '…'} – ${toDay ?? '…'}`
