import { fill, type Messages } from '../../../domain/messages'
import type { PlanIndicator } from '../../../domain/plan'
import { type Column, Table } from '../../_components/table'
import { AtLine, Blank, Chinese } from '../words'
import { IndicatorName } from './indicator-name'

type Props = { rows: readonly PlanIndicator[]; caption: string; t: Messages }

export function IndicatorsTable({ rows, caption, t }: Props) {
  return <Table caption={caption} columns={columns(t)} rows={rows} keyOf={({ no }) => no} />
}

function columns(t: Messages): Column<PlanIndicator>[] {
  return [
    { key: 'no', head: t.plan.no, kind: 'code', cell: ({ no }) => no },
    { key: 'name', head: t.plan.indicator, card: 'title', cell: (row) => <IndicatorName {...row} /> },
    { key: '2020', head: t.plan.value2020, kind: 'figure', cell: ({ value2020 }) => <Cell printed={value2020} t={t} /> },
    { key: '2025', head: t.plan.target2025, kind: 'figure', cell: ({ target2025 }) => <Cell printed={target2025?.text ?? null} t={t} /> },
    { key: 'kind', head: t.plan.kind, cell: (row) => <Kind row={row} t={t} /> },
    { key: 'clause', head: t.plan.clause, cell: ({ clause }) => <AtLine clause={clause} t={t} /> },
  ]
}

const Cell = ({ printed, t }: { printed: string | null; t: Messages }) =>
  printed === null ? <Blank t={t} /> : <Chinese>{printed}</Chinese>

/** The table prints 约束 once where it means 约束性. */
function Kind({ row: { kind, kindText }, t }: { row: PlanIndicator; t: Messages }) {
  return (
    <>
      {t.labels.indicatorKinds[kind]}
      {kindText === kind ? null : <span className="soft small block">{fill(t.plan.printedAs, { text: kindText })}</span>}
    </>
  )
}
