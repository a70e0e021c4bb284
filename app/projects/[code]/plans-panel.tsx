import type { PlanRow } from '../../../db/queries/project-record'
import type { Messages } from '../../../domain/messages'
import { formatWan } from '../../../domain/money'
import { Account } from '../../_components/account'
import { Empty } from '../../_components/empty'
import { Unknown } from '../../_components/money'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { reviewWords } from './review-words'
import type { ProjectPageProps } from './view'

/** The plan of each year and its adjustments, the one in force marked. */
export function PlansPanel({ record, t }: ProjectPageProps) {
  const words = t.project
  if (record.plans.length === 0) {
    return (
      <Panel title={words.plans} flush>
        <Empty title={words.plansNone}>{words.plansNoneHint}</Empty>
      </Panel>
    )
  }
  return (
    <Panel title={words.plans} id="plans" flush>
      <Table caption={words.plans} columns={columns(record, t)} rows={record.plans} keyOf={(row) => row.id} />
    </Panel>
  )
}

function columns({ people }: ProjectPageProps['record'], t: Messages): Column<PlanRow>[] {
  const words = t.project
  return [
    { key: 'year', head: words.planYear, card: 'title', cell: (row) => row.year },
    {
      key: 'yuan',
      head: words.planYuan,
      unit: t.common.wan,
      kind: 'figure',
      cell: (row) =>
        row.plannedYuan === null ? (
          <Unknown why={words.notDeclared} />
        ) : (
          <Account figure={formatWan(row.plannedYuan)} t={t}>
            <div>{reviewWords(row, people, t)}</div>
            <div>{row.documentNo ?? words.noDocument}</div>
            {row.reason ? <div>{row.reason}</div> : null}
          </Account>
        ),
    },
    { key: 'months', head: words.planMonths, cell: (row) => `${row.startMonth ?? '—'} – ${row.finishMonth ?? '—'}` },
    {
      key: 'status',
      head: words.planStatus,
      cell: (row) => (row.current ? <span className="good">{words.inForce}</span> : t.labels.reviewStatuses[row.status]),
    },
  ]
}
