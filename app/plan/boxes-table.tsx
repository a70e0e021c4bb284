import { fill, type Messages } from '../../domain/messages'
import type { PlanBox } from '../../domain/plan'
import { distinctWorks, statedInvestment, worksOf } from '../../domain/plan-totals'
import { YiTotal } from '../_components/money'
import { type Column, Table } from '../_components/table'
import { InvestmentSums } from './investment-sums'
import { AtLine, Chinese } from './words'

export function BoxesTable({ boxes, t }: { boxes: readonly PlanBox[]; t: Messages }) {
  return (
    <Table
      caption={t.plan.boxesCaption}
      columns={columns(t)}
      rows={boxes}
      keyOf={({ id }) => id}
      foot={<InvestmentSums works={distinctWorks(boxes)} t={t} />}
    />
  )
}

function columns(t: Messages): Column<PlanBox>[] {
  const repeats = (box: PlanBox) => box.items.filter(({ sameAs }) => sameAs.length > 0).length
  return [
    { key: 'id', head: t.plan.boxId, kind: 'code', card: 'hidden', cell: ({ id }) => id },
    {
      key: 'title',
      head: t.plan.boxTitle,
      card: 'title',
      cell: ({ id, title }) => (
        <a href={`/plan/boxes/${id}`}>
          <span className="only-phone soft">{fill(t.plan.box, { id })} </span>
          <Chinese>{title}</Chinese>
        </a>
      ),
    },
    { key: 'sector', head: t.plan.sector, cell: ({ sector }) => t.labels.sectors[sector] },
    { key: 'items', head: t.plan.items, kind: 'figure', cell: ({ items }) => items.length },
    { key: 'works', head: t.plan.works, kind: 'figure', cell: ({ items }) => worksOf(items).length },
    { key: 'repeats', head: t.plan.repeats, kind: 'figure', wide: true, card: 'hidden', cell: repeats },
    { key: 'stated', head: t.plan.stated, unit: t.common.yi, kind: 'figure', cell: (box) => investment(box, t) },
    { key: 'clause', head: t.plan.clause, cell: ({ clause }) => <AtLine clause={clause} t={t} /> },
  ]
}

function investment({ items }: PlanBox, t: Messages) {
  const works = worksOf(items)
  return works.length === 0 ? null : <YiTotal total={statedInvestment(works).total} t={t} />
}
