import { fundMeasures } from '../../domain/fund'
import type { FundSourceTotal, FundSums, FundTotals } from '../../domain/fund-totals'
import type { Messages } from '../../domain/messages'
import { LayerYi } from '../_components/layer'
import { type Column, Table } from '../_components/table'

type Row = FundSums & { id: number; name: string; active: boolean; isSum: boolean }

/** Each source with its three figures and their coverage, then all together. */
export function SourceTable({ totals, t }: { totals: FundTotals; t: Messages }) {
  const sources = totals.sources.map((source: FundSourceTotal): Row => ({ ...source, isSum: false }))
  const rows: Row[] = [...sources, { ...totals.all, id: 0, name: t.funds.all, active: true, isSum: true }]
  return <Table caption={t.funds.bySource} columns={columnsOf(t)} rows={rows} keyOf={(row) => row.id} />
}

function columnsOf(t: Messages): Column<Row>[] {
  const words = t.funds
  return [
    {
      key: 'source',
      head: words.source,
      card: 'title',
      cell: (row) => (
        <>
          {row.isSum ? <strong>{row.name}</strong> : <span lang="zh-CN">{row.name}</span>}
          {row.active ? null : <small className="coverage block">{words.retired}</small>}
        </>
      ),
    },
    ...fundMeasures.map(
      (measure): Column<Row> => ({
        key: measure,
        head: words.measures[measure],
        unit: t.common.yi,
        kind: 'figure',
        cell: (row) => <LayerYi total={row[measure]} t={t} />,
      }),
    ),
  ]
}
