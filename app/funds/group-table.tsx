import { fundMeasures } from '../../domain/fund'
import type { FundGroup } from '../../domain/fund-totals'
import type { Messages } from '../../domain/messages'
import { LayerYi } from '../_components/layer'
import { type Column, Table } from '../_components/table'

type Props = { caption: string; head: string; rows: readonly FundGroup[]; names: Record<string, string>; t: Messages }

/** The same three figures by a group of works, with how many have told anything. */
export function GroupTable({ caption, head, rows, names, t }: Props) {
  return <Table caption={caption} columns={columnsOf(head, names, t)} rows={rows} keyOf={(row) => row.key} />
}

function columnsOf(head: string, names: Record<string, string>, t: Messages): Column<FundGroup>[] {
  const words = t.funds
  return [
    { key: 'name', head, card: 'title', cell: ({ key }) => names[key] ?? <span className="soft">{words.levelNone}</span> },
    { key: 'works', head: words.works, unit: words.worksUnit, kind: 'figure', cell: (row) => row.works },
    { key: 'told', head: words.told, unit: words.worksUnit, kind: 'figure', cell: (row) => row.told },
    ...fundMeasures.map(
      (measure): Column<FundGroup> => ({
        key: measure,
        head: words.measures[measure],
        unit: t.common.yi,
        kind: 'figure',
        cell: (row) => <LayerYi total={row[measure]} t={t} />,
      }),
    ),
  ]
}
