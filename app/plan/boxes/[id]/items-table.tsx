import type { Messages } from '../../../../domain/messages'
import { formatWan } from '../../../../domain/money'
import type { PlanBox, PlanItem } from '../../../../domain/plan'
import { Unknown } from '../../../_components/money'
import { type Column, Table } from '../../../_components/table'
import { Chinese } from '../../words'
import { ItemWords } from './item-words'
import { Quantities } from './quantities'

type Props = { box: PlanBox; items: readonly PlanItem[]; projectOf: ReadonlyMap<string, string>; t: Messages }

/** The items of a class. A column nothing stands in is left out: only one box gives an investment. */
export function ItemsTable({ box, items, projectOf, t }: Props) {
  const anyInvestment = items.some(({ investment }) => investment !== null)
  const anyWork = items.some(({ code }) => projectOf.has(code))
  const anyQuantity = items.some(({ quantities }) => quantities.length > 0)
  const columns: Column<PlanItem>[] = [
    { key: 'code', head: t.plan.code, kind: 'code', card: 'hidden', cell: ({ code }) => code },
    { key: 'item', head: t.plan.item, card: 'title', cell: (item) => <ItemWords item={item} t={t} /> },
    ...(anyQuantity ? [quantitiesColumn(t)] : []),
    ...(anyInvestment ? [investmentColumn(t)] : []),
    ...(anyWork ? [projectColumn(projectOf, t)] : []),
  ]
  return <Table caption={box.title} columns={columns} rows={items} keyOf={({ code }) => code} />
}

const quantitiesColumn = (t: Messages): Column<PlanItem> => ({
  key: 'quantities',
  head: t.plan.quantities,
  card: 'full',
  cell: ({ quantities }) => (quantities.length === 0 ? null : <Quantities quantities={quantities} t={t} />),
})

const investmentColumn = (t: Messages): Column<PlanItem> => ({
  key: 'investment',
  head: t.plan.investment,
  unit: t.common.wan,
  kind: 'figure',
  cell: (item) => <Investment item={item} t={t} />,
})

const projectColumn = (projectOf: ReadonlyMap<string, string>, t: Messages): Column<PlanItem> => ({
  key: 'project',
  head: t.plan.project,
  kind: 'code',
  cell: ({ code }) => {
    const project = projectOf.get(code)
    return project ? <a href={`/projects/${project}`}>{project}</a> : null
  },
})

function Investment({ item: { investment }, t }: { item: PlanItem; t: Messages }) {
  if (!investment) return <Unknown why={t.plan.noInvestmentWhy} />
  return (
    <>
      {formatWan(investment.yuan)}
      <br />
      <q className="soft small" lang="zh-CN">
        {investment.text}
      </q>
      {investment.parts.map((part) => (
        <span key={part.text} className="soft small block">
          {formatWan(part.yuan)} <Chinese>{`（另：${part.text}）`}</Chinese>
        </span>
      ))}
    </>
  )
}
