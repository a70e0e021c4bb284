import type { Metadata } from 'next'
import { besideList, statisticsAPage, unregisteredList } from '../../../db/queries/statistics-investments'
import type { UserActor } from '../../../domain/actor'
import { addressQuery, readAddress } from '../../../domain/address'
import { statisticsParams, statisticsShows } from '../../../domain/fund-params'
import { fill, type Locale, type Messages } from '../../../domain/messages'
import { Empty } from '../../_components/empty'
import { ExportLinks } from '../../_components/export-links'
import { Notice } from '../../_components/notice'
import { PageHead } from '../../_components/page-head'
import { PagerOf } from '../../_components/pager'
import { Panel } from '../../_components/panel'
import { today } from '../../_lib/clock'
import { words as messages, monthWords, reader } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { BesideTable, besideWords, MonthChoice } from './beside-table'
import { statesWords, UnregisteredTable } from './unregistered-table'

type Params = { show?: (typeof statisticsShows)[number] | undefined; month?: string | undefined; page?: number | undefined }
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).funds.statisticsTitle }
}

export default async function StatisticsPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const { locale, t } = await reader()
  const words = t.funds
  const { params, wrong } = readAddress(statisticsParams, await searchParams)
  const show = params.show ?? 'difference'
  return (
    <div className="page">
      <PageHead
        title={words.statisticsTitle}
        lead={words.statisticsLead}
        crumbs={[{ text: words.title, href: '/funds' }, { text: words.statistics }]}
      >
        <ExportLinks
          path="/funds/statistics"
          query={addressQuery({ show: show === 'difference' ? null : show, month: params.month })}
          title={words.shows[show]}
          t={t}
        />
      </PageHead>
      {wrong.length > 0 ? <Notice tone="slow">{fill(words.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        <nav className="chips" aria-label={words.statisticsTitle}>
          {statisticsShows.map((name) => (
            <a
              key={name}
              href={`/funds/statistics${addressQuery({ show: name === 'difference' ? null : name })}`}
              className={show === name ? 'chip chip-on' : 'chip'}
              aria-current={show === name}
            >
              {words.shows[name]}
            </a>
          ))}
        </nav>
        {show === 'difference' ? (
          <Beside actor={actor} params={params} locale={locale} t={t} />
        ) : (
          <Unregistered actor={actor} params={params} t={t} />
        )}
      </div>
    </div>
  )
}

const to = (params: Params) => (page: number) => `/funds/statistics${addressQuery({ ...params, page: page > 1 ? page : null })}`

function Beside({ actor, params, locale, t }: { actor: UserActor; params: Params; locale: Locale; t: Messages }) {
  const page = params.page ?? 1
  const list = reading(() => besideList(actor, params.month, page))
  if (list.month === null) return <Empty title={t.funds.monthNone}>{t.funds.monthNoneHint}</Empty>
  return (
    <>
      <MonthChoice months={list.months} month={list.month} locale={locale} t={t} />
      <p>{besideWords(monthWords(list.month, locale), list.sums, t)}</p>
      <Panel flush>
        <BesideTable rows={list.rows} t={t} />
      </Panel>
      <PagerOf page={page} size={statisticsAPage} shown={list.rows.length} total={list.total} to={to(params)} t={t} />
    </>
  )
}

function Unregistered({ actor, params, t }: { actor: UserActor; params: Params; t: Messages }) {
  const page = params.page ?? 1
  const list = reading(() => unregisteredList(actor, today(), page))
  return (
    <>
      <p>{statesWords(list.states, t)}</p>
      {list.total === 0 ? (
        <Empty title={t.funds.unregisteredNone}>{t.funds.unregisteredNoneHint}</Empty>
      ) : (
        <Panel flush>
          <UnregisteredTable rows={list.rows} t={t} />
        </Panel>
      )}
      <PagerOf page={page} size={statisticsAPage} shown={list.rows.length} total={list.total} to={to(params)} t={t} />
    </>
  )
}
