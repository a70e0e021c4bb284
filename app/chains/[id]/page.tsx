import type { Metadata } from 'next'
import { type ChainDetail, chainDetail } from '../../../db/queries/chain'
import { enterprisesAPage, tieChoices } from '../../../db/queries/chain-enterprises'
import { chainById, targetYear } from '../../../db/queries/chains'
import { chainForecast } from '../../../db/queries/forecast'
import { leadsOfChain } from '../../../db/queries/register-leads'
import { monthOf, previousQuarter, quarterOf } from '../../../domain/calendar'
import { fill, type Messages } from '../../../domain/messages'
import { formatYi } from '../../../domain/money'
import { canEnterStatistics, canKeepRegisters, canSubmitOutput } from '../../../domain/policy'
import { ClauseQuote } from '../../_components/clause'
import { PageHead } from '../../_components/page-head'
import { PrintButton } from '../../_components/print-button'
import { today } from '../../_lib/clock'
import { reader } from '../../_lib/locale'
import { askedNumber, type Query } from '../../_lib/query'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { lightOf } from '../chains-table'
import { Enterprises } from './enterprises'
import { ExpectedPanel } from './expected'
import { ChainForecastPanel } from './forecast-panel'
import { InvestmentPanel } from './investment'
import { LeadsPanel } from './leads-panel'
import { MissingPanel } from './missing'
import { OutputPanel } from './output'
import { StatisticsPanel } from './statistics'
import { TieForm } from './tie-form'
import { WorksPanel } from './works'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await reader()
  return { title: chainById((await params).id)?.name ?? t.nav.chains }
}

export default async function ChainPage({ params, searchParams }: Props) {
  const [{ actor }, { id }, query] = await Promise.all([requireViewer(), params, searchParams])
  const { locale, t } = await reader()
  const day = today()
  const page = askedNumber(query, 'page', 1)
  const detail = reading(() => chainDetail(actor, id, day, page))
  const { chain, head, inside, enterprises, works, years, investment } = detail
  const enters = canEnterStatistics(actor)
  const common = { locale, t }
  const quarter = previousQuarter(quarterOf(monthOf(day)))
  return (
    <div className="page">
      <PageHead
        title={<span lang="zh-CN">{chain.name}</span>}
        lead={<Lead detail={detail} t={t} />}
        crumbs={[{ text: t.chains.backTitle, href: '/chains' }, { text: chain.name }]}
      >
        <a className="button" href={`/plan/chains#${chain.id}`}>
          {t.chains.toPlan}
        </a>
        <PrintButton label={t.common.print} />
      </PageHead>
      <div className="stack">
        <OutputPanel head={head} years={years} statistics={inside?.statistics ?? []} year={targetYear()} {...common} />
        {inside ? <ChainForecastPanel forecast={chainForecast(actor, chain.id)} t={t} /> : null}
        {inside ? <MissingPanel missing={inside.missing} gaps={inside.gaps} year={targetYear()} t={t} /> : null}
        <Enterprises
          {...enterprises}
          {...common}
          chain={chain}
          page={{ number: page, size: enterprisesAPage }}
          year={targetYear()}
          enterFor={(organisationId) => (canSubmitOutput(actor, organisationId) ? quarter : null)}
          mayUntie={enters}
          isOwner={inside === null}
        />
        {enters ? <TieForm chainId={chain.id} choices={tieChoices(chain.id)} t={t} /> : null}
        {inside ? (
          <StatisticsPanel
            chainId={chain.id}
            rows={inside.statistics}
            viewerId={actor.id}
            enters={enters}
            year={targetYear()}
            {...common}
          />
        ) : null}
        <WorksPanel {...works} chainId={chain.id} isOwner={inside === null} t={t} />
        <InvestmentPanel years={investment} own={inside === null} {...common} />
        {inside ? (
          <ExpectedPanel expected={head.expected} {...inside.expected} works={inside.expected.works} all={works.total} t={t} />
        ) : null}
        <LeadsPanel leads={leadsOfChain(actor, chain.id)} keeps={canKeepRegisters(actor)} t={t} />
      </div>
    </div>
  )
}

function Lead({ detail: { chain, head }, t }: { detail: ChainDetail; t: Messages }) {
  const words = t.chains
  const target = chain.target
    ? fill(words.targetLine, {
        year: head.targetYear,
        figure: formatYi(chain.target.yuan),
        measure: t.labels.measures[chain.target.measure],
      })
    : words.noTargetLine
  return (
    <>
      {lightOf(head, t)} <span lang="zh-CN">{chain.level}</span> · {target}
      <ClauseQuote line={chain.clause.line} quote={chain.clause.quote} t={t} />
    </>
  )
}
