import { fundMeasures } from '../../domain/fund'
import type { FundSourceTotal, FundSums, FundTotals } from '../../domain/fund-totals'
import type { Messages } from '../../domain/messages'
import { LayerYi } from '../_components/layer'
import { type Column, Table } from '../_components/table'
import { FundBar, FundLegend } from './fund-bar'

type Row = FundSums & { id: number; name: string; active: boolean; isSum: boolean }

/** Each source with its three figures, their coverage, and a bar; all bars of the sources have one scale. */
export function SourceTable({ totals, t }: { totals: FundTotals; t: Messages }) {
  const sources = totals.sources.map((source: FundSourceTotal): Row => ({ ...source, isSum: false }))
  const rows: Row[] = [...sources, { ...totals.all, id: 0, name: t.funds.all, active: true, isSum: true }]
  return (
    <>
      <Table caption={t.funds.bySource} columns={columnsOf(largest(sources), t)} rows={rows} keyOf={(row) => row.id} />
      <FundLegend t={t} />
    </>
  )
}

const largest = (rows: readonly FundSums[]): number =>
  rows.reduce((most, { planned, inPlace, paid }) => Math.max(most, planned.yuan ?? 0, inPlace.yuan ?? 0, paid.yuan ?? 0), 0)

function columnsOf(scale: number, t: Messages): Column<Row>[] {
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
    {
      key: 'bar',
      head: words.share,
      card: 'full',
      cell: (row) => (row.isSum ? null : <FundBar name={row.name} sums={row} scale={scale} t={t} />),
    },
  ]
}
