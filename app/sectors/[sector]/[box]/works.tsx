import type { NamedWork } from '../../../../db/queries/rollups'
import { lightToShow } from '../../../../domain/list-row'
import { fill, type Messages } from '../../../../domain/messages'
import { formatWan } from '../../../../domain/money'
import type { Stage } from '../../../../domain/project'
import { OpensAt } from '../../../_components/account'
import { StageWord } from '../../../_components/badge'
import { Empty } from '../../../_components/empty'
import { RatedLight } from '../../../_components/light'
import { Unknown, Wan } from '../../../_components/money'
import { Panel } from '../../../_components/panel'
import { type Column, Table } from '../../../_components/table'

/** The works a box names, in the text's order. */
export function BoxWorks({ works, t }: { works: readonly NamedWork[]; t: Messages }) {
  const words = t.chains
  return (
    <Panel id="works" title={words.boxWorksTitle} flush>
      {works.length > 0 ? (
        <Table caption={words.boxWorksCaption} columns={columnsOf(t)} rows={works} keyOf={({ item }) => item} />
      ) : (
        <Empty title={words.noWorksYet} />
      )}
    </Panel>
  )
}

function columnsOf(t: Messages): Column<NamedWork>[] {
  const words = t.chains
  return [
    { key: 'code', head: words.code, kind: 'code', cell: ({ item, row }) => <Code item={item} first={row.sources[0]} t={t} /> },
    {
      key: 'name',
      head: words.work,
      card: 'title',
      cell: ({ row }) => (
        <a href={`/projects/${row.code}`} lang="zh-CN">
          {row.name}
        </a>
      ),
    },
    { key: 'stage', head: words.stage, cell: ({ row }) => <StageWord stage={row.stage as Stage} t={t} /> },
    {
      key: 'plan',
      head: words.planInvestment,
      unit: t.common.wan,
      kind: 'figure',
      cell: ({ row }) => <Wan yuan={row.planYuan} why={words.notInPlan} />,
    },
    { key: 'approved', head: words.approvedInvestment, unit: t.common.wan, kind: 'figure', cell: ({ row }) => approvedOf(row, t) },
    {
      key: 'light',
      head: words.light,
      cell: ({ row }) => {
        const light = lightToShow(row.lights)
        return light ? <RatedLight light={light} t={t} /> : null
      },
    },
  ]
}

/** A work that stands first in another box is told by that one. */
function Code({ item, first, t }: { item: string; first: string | undefined; t: Messages }) {
  if (first === undefined || first === item) return item
  return <span title={fill(t.chains.sameAs, { code: first })}>{`${item} ＝ ${first}`}</span>
}

function approvedOf({ code, approvedYuan, approvedPartial }: NamedWork['row'], t: Messages) {
  if (approvedYuan === null) return <Unknown why={t.chains.notApproved} />
  return (
    <OpensAt href={`/projects/${code}#figures`}>
      {approvedPartial ? <abbr title={t.chains.partial}>≥ </abbr> : null}
      {formatWan(approvedYuan)}
    </OpensAt>
  )
}
