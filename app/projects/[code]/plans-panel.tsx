import type { PlanRow } from '../../../db/queries/project-record'
import { completion, planPair } from '../../../domain/annual-plan'
import { yearFigures } from '../../../domain/investment'
import { fill, type Messages } from '../../../domain/messages'
import { formatWan } from '../../../domain/money'
import { Account } from '../../_components/account'
import { Empty } from '../../_components/empty'
import { Unknown } from '../../_components/money'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { reviewWords } from './review-words'
import type { ProjectPageProps } from './view'

/** The plan of each year and its adjustments: the original and the one in force, with what is done of either. */
export function PlansPanel({ record, t }: ProjectPageProps) {
  const words = t.project
  if (record.plans.length === 0) {
    return (
      <Panel title={words.plans} id="plans" flush>
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

/** What was approved of each year, by year. */
const approvedYears = ({ updates }: ProjectPageProps['record']) =>
  yearFigures(
    updates
      .filter((update) => update.kind === 'monthly' && update.current)
      .map(({ period, yearToDateYuan }) => ({ month: period, yearToDateYuan })),
  )

function columns(record: ProjectPageProps['record'], t: Messages): Column<PlanRow>[] {
  const words = t.project
  const approved = approvedYears(record)
  const pairs = new Map(record.plans.map(({ year }) => [year, planPair(record.plans.filter((plan) => plan.year === year))]))
  const isOf = (row: PlanRow, which: 'original' | 'adjusted') => pairs.get(row.year)?.[which]?.id === row.id
  return [
    { key: 'year', head: words.planYear, card: 'title', cell: (row) => row.year },
    {
      key: 'yuan',
      head: words.planYuan,
      unit: t.common.wan,
      kind: 'figure',
      cell: (row) => <PlannedYuan row={row} record={record} t={t} />,
    },
    {
      key: 'completion',
      head: t.annual.completion,
      kind: 'figure',
      cell: (row) => {
        if (!isOf(row, 'original') && !isOf(row, 'adjusted')) return ''
        const told = approved.get(row.year)
        const percent = completion(told?.yuan ?? null, row.plannedYuan)
        if (percent === null || !told) return <Unknown why={t.annual.completionWhy} />
        return (
          <Account figure={`${percent}%`} t={t}>
            <div>{fill(words.completionFrom, { figure: formatWan(told.yuan), plan: formatWan(row.plannedYuan) })}</div>
            <div>{fill(t.annual.approvedThrough, { month: told.month })}</div>
          </Account>
        )
      },
    },
    {
      key: 'months',
      head: words.planMonths,
      cell: (row) => (
        <>
          {`${row.startMonth ?? '—'} – ${row.finishMonth ?? '—'}`}
          {row.productionMonth ? (
            <span className="soft small block">{fill(t.annual.production, { month: row.productionMonth })}</span>
          ) : null}
        </>
      ),
    },
    {
      key: 'status',
      head: words.planStatus,
      cell: (row) => (
        <>
          {row.current ? <span className="good">{words.inForce}</span> : t.labels.reviewStatuses[row.status]}
          {isOf(row, 'original') ? <span className="soft small block">{t.annual.pairOriginal}</span> : null}
          {isOf(row, 'adjusted') ? <span className="soft small block">{t.annual.pairAdjusted}</span> : null}
        </>
      ),
    },
  ]
}

type PlannedProps = { row: PlanRow; record: ProjectPageProps['record']; t: Messages }

/** The sum with its account: who, by which document, why, and what else the plan says. */
function PlannedYuan({ row, record: { people }, t }: PlannedProps) {
  const words = t.project
  const { curveShape, imageGoal, leader } = row
  const said: [string, string | null][] = [
    [t.annual.shape, curveShape && t.annual.shapes[curveShape]],
    [t.annual.imageGoal, imageGoal],
    [t.annual.leader, leader],
  ]
  const account = (
    <>
      <div>{reviewWords(row, people, t)}</div>
      <div>{row.documentNo ?? words.noDocument}</div>
      {row.reason ? <div>{row.reason}</div> : null}
      {said.map(([label, text]) => (text ? <div key={label}>{`${label}${t.common.colon}${text}`}</div> : null))}
    </>
  )
  if (row.plannedYuan === null && !said.some(([, text]) => text)) return <Unknown why={words.notDeclared} />
  return (
    <Account figure={formatWan(row.plannedYuan)} title={row.plannedYuan === null ? words.notDeclared : undefined} t={t}>
      {account}
    </Account>
  )
}
