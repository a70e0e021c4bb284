import type { EnterpriseRow } from '../../../db/queries/chain-enterprises'
import type { Quarter } from '../../../domain/calendar'
import { fill, type Locale, type Messages } from '../../../domain/messages'
import type { PlanChain } from '../../../domain/plan'
import { Account } from '../../_components/account'
import { ClauseQuote } from '../../_components/clause'
import { Empty } from '../../_components/empty'
import { Unknown } from '../../_components/money'
import { PagerOf } from '../../_components/pager'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { dayWords } from '../../_lib/locale'
import { ReturnAccount } from './return-account'
import { Untie } from './tie-form'

type Props = {
  chain: PlanChain
  rows: readonly EnterpriseRow[]
  total: number
  page: { number: number; size: number }
  /** The year of the target. */
  year: number
  /** The quarter the reader may enter for an enterprise, or nothing. */
  enterFor: (organisationId: number) => Quarter | null
  mayUntie: boolean
  isOwner: boolean
  locale: Locale
  t: Messages
}

/** The N of “n of N”: who is counted, why, and what each one last told. */
export function Enterprises(props: Props) {
  const { chain, rows, total, page, isOwner, t } = props
  const words = t.chains
  const to = (number: number) => `/chains/${chain.id}${number === 1 ? '' : `?page=${number}`}#enterprises`
  return (
    <div id="enterprises">
      <Panel title={words.enterprisesTitle} note={words.enterprisesNote} flush>
        {rows.length > 0 ? (
          <Table caption={words.enterprisesCaption} columns={columnsOf(props)} rows={rows} keyOf={(row) => row.organisationId} />
        ) : (
          <Empty title={isOwner ? words.ownEnterpriseNone : words.enterprisesNone}>
            {isOwner ? words.ownEnterpriseNoneHint : words.enterprisesNoneHint}
          </Empty>
        )}
      </Panel>
      {total > page.size ? <PagerOf page={page.number} size={page.size} shown={rows.length} total={total} to={to} t={t} /> : null}
    </div>
  )
}

function columnsOf({ chain, year, enterFor, mayUntie, locale, t }: Props): Column<EnterpriseRow>[] {
  const words = t.chains
  const steps: Column<EnterpriseRow> = {
    key: 'steps',
    head: <span className="sr">{words.steps}</span>,
    card: 'full',
    cell: (row) => <Steps row={row} chain={chain} quarter={enterFor(row.organisationId)} mayUntie={mayUntie} t={t} />,
  }
  return [
    { key: 'name', head: words.enterprise, card: 'title', cell: (row) => <span lang="zh-CN">{row.name}</span> },
    { key: 'basis', head: words.basis, cell: (row) => <Basis row={row} locale={locale} t={t} /> },
    { key: 'quarter', head: words.lastQuarter, cell: (row) => quarterOf(row, t) },
    {
      key: 'output',
      head: words.output,
      unit: t.common.yi,
      kind: 'figure',
      cell: ({ last }) => (last ? <ReturnAccount last={last} year={year} locale={locale} t={t} /> : <Unknown why={words.neverReturned} />),
    },
    steps,
  ]
}

function quarterOf({ last, waiting }: EnterpriseRow, t: Messages) {
  return (
    <>
      {last ? last.quarter : <Unknown why={t.chains.neverReturned} />}
      {waiting ? <span className="slow small"> {fill(t.chains.waitingQuarter, { quarter: waiting })}</span> : null}
    </>
  )
}

function Basis({ row, locale, t }: { row: EnterpriseRow; locale: Locale; t: Messages }) {
  const words = t.chains
  const figure = row.basis === 'stated' ? words.basisStated : words.basisConfirmed
  return (
    <Account figure={figure} title={row.name} t={t}>
      <p>{`${figure} · ${fill(words.basisSince, { day: dayWords(row.fromDay, locale) })}`}</p>
      {row.clause ? <ClauseQuote line={row.clause.line} quote={row.clause.quote} t={t} /> : null}
    </Account>
  )
}

type StepsProps = { row: EnterpriseRow; chain: PlanChain; quarter: Quarter | null; mayUntie: boolean; t: Messages }

function Steps({ row, chain, quarter, mayUntie, t }: StepsProps) {
  const isYet = row.last?.quarter === quarter || row.waiting === quarter
  const address = `/outputs/new?chain=${chain.id}&quarter=${quarter}&organisation=${row.organisationId}`
  return (
    <span className="no-print flex flex-wrap items-center justify-end gap-x-4">
      {quarter && !isYet ? <a href={address}>{fill(t.chains.enter, { quarter })}</a> : null}
      {mayUntie ? <Untie chainId={chain.id} organisationId={row.organisationId} name={row.name} t={t} /> : null}
    </span>
  )
}
