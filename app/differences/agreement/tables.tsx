import type { QuarterAgreement, UnitAgreement } from '../../../db/queries/agreement'
import type { Agreement } from '../../../domain/agreement'
import { fill, type Messages } from '../../../domain/messages'
import { Unknown } from '../../_components/money'
import { type Column, Table } from '../../_components/table'

type Props = { t: Messages }

/** `7 of 9` figures; where nothing could be compared there is no share. */
const share = ({ agrees, compared }: Agreement, t: Messages) =>
  compared === 0 ? <Unknown why={t.seen.agreement.nothing} /> : fill(t.seen.agreement.share, { count: agrees, all: compared })

function counts<Row extends Agreement>(t: Messages): Column<Row>[] {
  const words = t.seen.agreement
  return [
    { key: 'agrees', head: words.agreeing, kind: 'figure', cell: (row) => share(row, t) },
    { key: 'differs', head: words.differing, kind: 'figure', cell: ({ differs }) => differs },
    { key: 'unchecked', head: words.unchecked, kind: 'figure', cell: ({ unchecked }) => unchecked },
  ]
}

export function QuartersTable({ rows, chosen, t }: Props & { rows: readonly QuarterAgreement[]; chosen: string | null }) {
  const columns: Column<QuarterAgreement>[] = [
    {
      ...{ key: 'quarter', head: t.seen.agreement.quarter, card: 'title' },
      cell: ({ quarter }) => (
        <a href={`/differences/agreement?quarter=${quarter}`} aria-current={quarter === chosen ? 'true' : undefined}>
          {quarter}
        </a>
      ),
    },
    ...counts<QuarterAgreement>(t),
  ]
  const isChosen = ({ quarter }: QuarterAgreement) => quarter === chosen
  return <Table caption={t.seen.agreement.byQuarter} columns={columns} rows={rows} keyOf={({ quarter }) => quarter} isSelected={isChosen} />
}

export function UnitsTable({ rows, caption, t }: Props & { rows: readonly UnitAgreement[]; caption: string }) {
  const words = t.seen.agreement
  const columns: Column<UnitAgreement>[] = [
    {
      ...{ key: 'unit', head: words.unit, card: 'title' },
      cell: ({ unit }) => (unit === null ? <span className="soft">{words.noUnit}</span> : <span lang="zh-CN">{unit}</span>),
    },
    { key: 'works', head: words.works, kind: 'figure', cell: ({ works }) => works },
    ...counts<UnitAgreement>(t),
  ]
  return <Table caption={caption} columns={columns} rows={rows} keyOf={({ unit }) => unit ?? ''} />
}
