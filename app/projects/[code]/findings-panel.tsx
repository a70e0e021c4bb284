import type { FindingLine } from '../../../db/queries/project-findings'
import type { Day } from '../../../domain/calendar'
import { fill, type Messages } from '../../../domain/messages'
import { FindingStateMark } from '../../_components/finding-state'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import type { ProjectPageProps } from './view'

/** What was found at the work, open ones first. */
export function FindingsPanel({ findings: { rows, total, open }, head: { work }, today, t }: ProjectPageProps) {
  const words = t.project
  if (total === 0) {
    return (
      <Panel title={words.findings} id="findings">
        <p className="soft">{words.findingsNone}</p>
      </Panel>
    )
  }
  const all = <a href={`/findings?project=${work.code}&show=all`}>{fill(words.findingsAll, { total })} ›</a>
  return (
    <Panel title={words.findings} note={fill(words.findingsNote, { open, total })} aside={all} id="findings" flush>
      <Table caption={words.findings} columns={columns(today, t)} rows={rows} keyOf={(row) => row.id} />
    </Panel>
  )
}

function columns(today: Day, t: Messages): Column<FindingLine>[] {
  const words = t.findings
  const { findingCategories, findingSeverities } = t.labels
  return [
    { key: 'number', head: words.number, kind: 'code', card: 'top', cell: ({ number }) => <a href={`/findings/${number}`}>{number}</a> },
    { key: 'state', head: words.state, card: 'top', cell: (row) => <FindingStateMark row={row} today={today} t={t} /> },
    { key: 'what', head: words.what, card: 'title', cell: (row) => <span lang="zh-CN">{row.facts}</span> },
    {
      ...{ key: 'kind', head: words.kind, tight: true },
      cell: (row) => `${findingCategories[row.category]} · ${findingSeverities[row.severity]}`,
    },
    {
      ...{ key: 'unit', head: words.unit },
      cell: ({ unit }) => (unit === null ? <span className="soft">{words.notAssigned}</span> : <span lang="zh-CN">{unit}</span>),
    },
    { key: 'due', head: words.due, kind: 'code', cell: ({ dueOn }) => dueOn ?? '—' },
  ]
}
