import { fill, type Messages } from '../../domain/messages'
import { formatYi, totalOf } from '../../domain/money'
import type { PlanChain } from '../../domain/plan'
import { type Column, Table } from '../_components/table'
import { Chinese, Quoted } from './words'

export function ChainsTable({ chains, t }: { chains: readonly PlanChain[]; t: Messages }) {
  const sum = totalOf(chains.map(({ target }) => target?.yuan ?? null))
  const foot = fill(t.plan.chainSum, { chains: sum.known, total: formatYi(sum.yuan), unit: t.common.yi })
  return <Table caption={t.plan.chainsCaption} columns={columns(t)} rows={chains} keyOf={({ id }) => id} foot={foot} />
}

function columns(t: Messages): Column<PlanChain>[] {
  return [
    {
      key: 'name',
      head: t.plan.chain,
      card: 'title',
      cell: ({ id, name }) => (
        <a href={`/plan/chains#${id}`}>
          <Chinese>{name}</Chinese>
        </a>
      ),
    },
    { key: 'level', head: t.plan.level, cell: ({ level }) => <Chinese>{level}</Chinese> },
    { key: 'measure', head: t.plan.measure, cell: ({ target }) => (target ? t.labels.measures[target.measure] : '—') },
    {
      key: 'target',
      head: t.plan.target,
      unit: t.common.yi,
      kind: 'figure',
      cell: ({ target }) => (target ? formatYi(target.yuan) : <span className="soft">{t.plan.noTarget}</span>),
    },
    { key: 'clause', head: t.plan.clause, card: 'full', cell: ({ clause }) => <Quoted clause={clause} t={t} /> },
  ]
}
