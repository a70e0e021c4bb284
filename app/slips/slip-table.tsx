import type { SlipRow } from '../../db/queries/slips'
import type { Messages } from '../../domain/messages'
import { type Column, Table } from '../_components/table'
import { daysWords } from './slip-words'

/** The same bars as figures, each with the report it rests on. */
export function SlipTable({ rows, t }: { rows: readonly SlipRow[]; t: Messages }) {
  return <Table caption={t.outlook.slipsTitle} columns={columnsOf(t)} rows={rows} keyOf={({ milestoneId }) => milestoneId} />
}

function columnsOf(t: Messages): Column<SlipRow>[] {
  const { slipColumns: heads, slipNoForecast } = t.outlook
  return [
    {
      key: 'work',
      head: heads.work,
      card: 'title',
      cell: ({ code, work }) => (
        <a href={`/projects/${code}`} lang="zh-CN">
          {work}
        </a>
      ),
    },
    { key: 'milestone', head: heads.milestone, cell: ({ milestone }) => <span lang="zh-CN">{milestone}</span> },
    { key: 'original', head: heads.original, cell: ({ originalOn }) => originalOn ?? '—' },
    { key: 'baseline', head: heads.baseline, cell: ({ baselineOn }) => baselineOn },
    { key: 'end', head: heads.end, cell: ({ basis, endOn }) => (basis === 'forecast' ? endOn : slipNoForecast) },
    { key: 'days', head: heads.days, kind: 'figure', cell: (row) => daysWords(row, t) },
    {
      key: 'fromOriginal',
      head: heads.fromOriginal,
      kind: 'figure',
      cell: ({ fromOriginal, basis }) => (fromOriginal === null ? '—' : daysWords({ basis, days: fromOriginal }, t)),
    },
    { key: 'slipping', head: heads.slipping, kind: 'figure', cell: ({ slipping }) => slipping },
    { key: 'evidence', head: heads.evidence, cell: (row) => <Evidence row={row} t={t} /> },
  ]
}

function Evidence({ row: { code, forecastUpdateId, basis }, t }: { row: SlipRow; t: Messages }) {
  const words = t.outlook
  const said = basis === 'forecast' && forecastUpdateId !== null
  return (
    <a href={said ? `/updates/${forecastUpdateId}` : `/projects/${code}#milestones`}>
      {said ? words.slipEvidence : words.slipEvidenceNone}
    </a>
  )
}
