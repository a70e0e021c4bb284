import type { FindingLine } from '../../db/queries/finding-list'
import type { Day } from '../../domain/calendar'
import type { Messages } from '../../domain/messages'
import { FindingStateMark } from '../_components/finding-state'
import { type Column, Table } from '../_components/table'

type Props = { rows: readonly FindingLine[]; today: Day; t: Messages }

export function FindingsTable({ rows, today, t }: Props) {
  return <Table caption={t.findings.caption} columns={columns(today, t)} rows={rows} keyOf={(row) => row.id} />
}

function columns(today: Day, t: Messages): Column<FindingLine>[] {
  const words = t.findings
  const { findingCategories, findingSeverities } = t.labels
  return [
    { key: 'number', head: words.number, kind: 'code', card: 'top', cell: (row) => <a href={`/findings/${row.number}`}>{row.number}</a> },
    { key: 'state', head: words.state, card: 'top', cell: (row) => <FindingStateMark row={row} today={today} t={t} /> },
    { key: 'what', head: words.what, card: 'title', cell: (row) => <What row={row} t={t} /> },
    {
      key: 'kind',
      head: words.kind,
      tight: true,
      cell: (row) => `${findingCategories[row.category]} · ${findingSeverities[row.severity]}`,
    },
    { key: 'unit', head: words.unit, cell: (row) => <Unit row={row} t={t} /> },
    { key: 'due', head: words.due, kind: 'code', cell: (row) => row.dueOn ?? '—' },
    { key: 'found', head: words.found, kind: 'code', wide: true, cell: (row) => row.foundOn },
  ]
}

function What({ row, t }: { row: FindingLine; t: Messages }) {
  const { work } = row
  const facts = row.facts.length > 60 ? `${row.facts.slice(0, 60)}…` : row.facts
  return (
    <>
      <a href={`/findings/${row.number}`} lang="zh-CN">
        {facts}
      </a>
      <span className="soft small block" lang={work ? 'zh-CN' : undefined}>
        {work ? `${work.code} ${work.name}` : t.findings.noWork}
      </span>
      {row.withdrawalProposed ? <span className="soft small block">{t.findings.withdrawing}</span> : null}
    </>
  )
}

function Unit({ row, t }: { row: FindingLine; t: Messages }) {
  if (row.unit === null || row.state === 'registered') return <span className="soft">{t.findings.notAssigned}</span>
  return (
    <span lang="zh-CN">
      {row.unit}
      {row.person ? <span className="soft small block">{row.person}</span> : null}
    </span>
  )
}
