import type { AnnualPlanForm, AnnualPlanRow } from '../../../../db/queries/annual-plan-form'
import type { Messages } from '../../../../domain/messages'
import { Wan } from '../../../_components/money'
import { type Column, Table } from '../../../_components/table'
import { reviewWords } from '../review-words'

/** Every plan that was handed in, also those returned or replaced, with who and when. */
export function PlansTable({ form, t }: { form: AnnualPlanForm; t: Messages }) {
  return <Table caption={t.facts.planTable} columns={columns(form, t)} rows={form.plans} keyOf={(row) => row.id} />
}

function columns({ people }: AnnualPlanForm, t: Messages): Column<AnnualPlanRow>[] {
  const words = t.facts
  return [
    { key: 'year', head: words.planYear, card: 'title', cell: (row) => <a href={`?year=${row.year}`}>{row.year}</a> },
    {
      key: 'yuan',
      head: words.planYuan,
      unit: t.common.wan,
      kind: 'figure',
      cell: (row) => <Wan yuan={row.plannedYuan} why={words.planNotDeclared} />,
    },
    { key: 'months', head: words.planMonths, cell: (row) => `${row.startMonth ?? '—'} – ${row.finishMonth ?? '—'}` },
    {
      key: 'document',
      head: words.planDocument,
      cell: (row) => (
        <>
          {row.documentNo ?? <span className="soft">{t.project.noDocument}</span>}
          {row.reason ? <span className="soft small block">{row.reason}</span> : null}
        </>
      ),
    },
    {
      key: 'status',
      head: words.status,
      cell: (row) => (row.current ? <span className="good">{words.inForce}</span> : t.labels.reviewStatuses[row.status]),
    },
    { key: 'who', head: words.who, card: 'full', cell: (row) => <span className="soft small">{reviewWords(row, people, t)}</span> },
  ]
}
