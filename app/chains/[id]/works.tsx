import type { ChainWork } from '../../../db/queries/chain-works'
import { lightToShow } from '../../../domain/list-row'
import { fill, type Messages } from '../../../domain/messages'
import { formatWan } from '../../../domain/money'
import type { ChainId } from '../../../domain/plan'
import type { Stage } from '../../../domain/project'
import { Account, OpensAt } from '../../_components/account'
import { StageWord } from '../../_components/badge'
import { ClauseQuote } from '../../_components/clause'
import { Empty } from '../../_components/empty'
import { RatedLight } from '../../_components/light'
import { Unknown, Wan } from '../../_components/money'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'

type Props = { rows: readonly ChainWork[]; total: number; chainId: ChainId; isOwner: boolean; t: Messages }

/** The works of a chain, each with why it is here. */
export function WorksPanel({ rows, total, chainId, isOwner, t }: Props) {
  const words = t.chains
  const all = <a href={`/projects?chain=${chainId}`}>{fill(words.worksAll, { total })} ›</a>
  return (
    <Panel id="works" title={words.worksTitle} note={words.worksNote} aside={total > 0 ? all : null} flush>
      {rows.length > 0 ? (
        <Table caption={words.worksCaption} columns={columnsOf(rows, t)} rows={rows} keyOf={({ row }) => row.code} />
      ) : (
        <Empty title={isOwner ? words.worksNoneOwn : words.worksNone}>{isOwner ? null : words.worksHint}</Empty>
      )}
    </Panel>
  )
}

function columnsOf(rows: readonly ChainWork[], t: Messages): Column<ChainWork>[] {
  const words = t.chains
  const visited = rows.some((work) => work.seen !== null)
  const seen: Column<ChainWork> = { key: 'seen', head: words.seen, kind: 'figure', cell: (work) => <Seen seen={work.seen} t={t} /> }
  return [
    { key: 'code', head: words.code, kind: 'code', cell: ({ row }) => row.sources[0] ?? row.code },
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
    { key: 'basis', head: words.membership, cell: (work) => <Membership work={work} t={t} /> },
    { key: 'stage', head: words.stage, cell: ({ row }) => <StageWord stage={row.stage as Stage} t={t} /> },
    {
      key: 'plan',
      head: words.planInvestment,
      unit: t.common.wan,
      kind: 'figure',
      wide: true,
      cell: ({ row }) => <Wan yuan={row.planYuan} why={words.notInPlan} />,
    },
    { key: 'approved', head: words.approvedInvestment, unit: t.common.wan, kind: 'figure', cell: ({ row }) => approvedOf(row, t) },
    ...(visited ? [seen] : []),
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

function approvedOf({ code, approvedYuan, approvedPartial }: ChainWork['row'], t: Messages) {
  if (approvedYuan === null) return <Unknown why={t.chains.notApproved} />
  return (
    <OpensAt href={`/projects/${code}#figures`}>
      {approvedPartial ? <abbr title={t.chains.partial}>≥ </abbr> : null}
      {formatWan(approvedYuan)}
    </OpensAt>
  )
}

/** “报 80%，见约 60%”: what was told and what somebody saw, side by side, in no sum. */
function Seen({ seen, t }: { seen: ChainWork['seen']; t: Messages }) {
  const words = t.chains
  if (seen === null) return <Unknown why={words.seenNot} />
  const percent = (value: number | null) => (value === null ? words.seenUnknown : `${value}%`)
  return (
    <Account figure={seenText(seen, t)} title={words.seenTitle} t={t} links={<a href={`/visits/${seen.visitId}`}>{words.seenLink}</a>}>
      <p>{fill(words.seenFrom, { day: seen.visitedOn, round: seen.round, told: percent(seen.told), seen: percent(seen.seen) })}</p>
      <p>{words.seenApart}</p>
    </Account>
  )
}

function seenText({ told, seen }: NonNullable<ChainWork['seen']>, { chains }: Messages): string {
  if (seen === null) return chains.seenVisited
  return told === null ? fill(chains.seenOnly, { seen }) : fill(chains.seenBoth, { told, seen })
}

function Membership({ work: { basis, clause, reason }, t }: { work: ChainWork; t: Messages }) {
  const words = t.chains
  return (
    <Account figure={t.labels.chainBases[basis]} title={words.whyHere} t={t}>
      {clause ? <ClauseQuote line={clause.line} quote={clause.quote} t={t} /> : null}
      {clause ? null : <p>{reasonWords(basis, reason, t)}</p>}
    </Account>
  )
}

function reasonWords(basis: ChainWork['basis'], reason: string | null, { chains }: Messages): string {
  if (!reason) return chains.noReason
  return fill(basis === 'confirmed' ? chains.bureauReason : chains.ourReason, { reason })
}
