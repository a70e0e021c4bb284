import type { Messages } from '../../../domain/messages'
import type { PastIndicator } from '../../../domain/plan'
import { Unknown } from '../../_components/money'
import { type Column, Table } from '../../_components/table'
import { AtLine } from '../words'
import { IndicatorName } from './indicator-name'

const years = ['2016', '2017', '2018', '2019', '2020'] as const

/** The table of the 13th plan; most of its blanks are printed as “-”. */
export function PastTable({ rows, t }: { rows: readonly PastIndicator[]; t: Messages }) {
  return <Table caption={t.plan.pastCaption} columns={columns(t)} rows={rows} keyOf={({ no }) => no} />
}

function columns(t: Messages): Column<PastIndicator>[] {
  const printed = (value: string | null) => value ?? <Unknown why={t.plan.blank} />
  return [
    { key: 'no', head: t.plan.no, kind: 'code', cell: ({ no }) => no },
    { key: 'name', head: t.plan.indicator, card: 'title', cell: (row) => <IndicatorName {...row} /> },
    ...years.map((year): Column<PastIndicator> => ({ key: year, head: year, kind: 'figure', cell: ({ values }) => printed(values[year]) })),
    { key: 'growth', head: t.plan.growth, kind: 'figure', cell: ({ growth }) => printed(growth) },
    { key: 'clause', head: t.plan.clause, cell: ({ clause }) => <AtLine clause={clause} t={t} /> },
  ]
}
