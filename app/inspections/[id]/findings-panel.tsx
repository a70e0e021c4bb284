import type { RoundFinding, RoundView } from '../../../db/queries/round'
import type { Messages } from '../../../domain/messages'
import { Badge } from '../../_components/badge'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'

type Props = { view: RoundView; t: Messages }

/** What was found, and what was carried into this round; open ones first. */
export function FindingsPanel({ view: { round, findings }, t }: Props) {
  if (findings.length === 0) return null
  return (
    <Panel title={t.rounds.findings} aside={<a href={`/findings?round=${round.id}`}>{t.common.all} ›</a>} flush>
      <Table caption={t.rounds.findings} columns={columns(t)} rows={findings} keyOf={(row) => row.number} />
    </Panel>
  )
}

function columns(t: Messages): Column<RoundFinding>[] {
  const words = t.rounds
  return [
    { key: 'number', head: words.number, kind: 'code', card: 'top', cell: (row) => <a href={`/findings/${row.number}`}>{row.number}</a> },
    { key: 'facts', head: words.facts, card: 'title', cell: (row) => <Facts row={row} t={t} /> },
    { key: 'severity', head: words.severity, wide: true, cell: (row) => t.labels.findingSeverities[row.severity] },
    { key: 'unit', head: words.unit, cell: (row) => (row.unit ? <span lang="zh-CN">{row.unit}</span> : '—') },
    { key: 'state', head: words.state, card: 'top', cell: (row) => t.labels.findingStates[row.state] },
    { key: 'due', head: words.dueOn, tight: true, cell: (row) => row.dueOn ?? '—' },
  ]
}

const Facts = ({ row, t }: { row: RoundFinding; t: Messages }) => (
  <>
    <span lang="zh-CN">{row.facts}</span> {row.carried ? <Badge>{t.rounds.carried}</Badge> : null}
    {row.leftFor ? (
      <span className="small block">
        <span className="soft">{t.rounds.leftFor}</span>{' '}
        <a href={`/inspections/${row.leftFor.id}`} lang="zh-CN">
          {row.leftFor.title}
        </a>
      </span>
    ) : null}
  </>
)
