import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type SiteVisits, siteVisits } from '../../../../../db/queries/visit-site'
import { fill, type Messages } from '../../../../../domain/messages'
import { Empty } from '../../../../_components/empty'
import { FindingsThere } from '../../../../_components/findings-there'
import { PageHead } from '../../../../_components/page-head'
import { Panel } from '../../../../_components/panel'
import { RatingPanel } from '../../../../_components/rating-panel'
import { today } from '../../../../_lib/clock'
import { words as messages } from '../../../../_lib/locale'
import { reading } from '../../../../_lib/reading'
import { requireViewer } from '../../../../_lib/session'
import { CompareTable } from './compare-table'
import { SummaryPanel } from './summary-panel'
import { VisitsList } from './visits-list'

type Props = { params: Promise<{ id: string; code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await messages()).seen.site.title} ${(await params).code}` }
}

/** All visits to one work in one round, side by side. */
export default async function SitePage({ params }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const { id, code } = await params
  if (!/^[1-9]\d{0,8}$/.test(id) || !/^P\d{4,6}$/.test(code)) notFound()
  const site = reading(() => siteVisits(actor, Number(id), code))
  const words = t.seen.site
  return (
    <div className="page">
      <PageHead
        title={<span lang="zh-CN">{site.work}</span>}
        crumbs={crumbs(site, t)}
        lead={<span lang="zh-CN">{fill(words.lead, { code, round: site.round.title })}</span>}
      >
        <a className="button" href={`/projects/${code}`}>
          {t.seen.visit.toProject}
        </a>
      </PageHead>
      <div className="stack">
        <Panel title={words.compared} note={site.compared.length > 0 ? words.comparedNote : null} flush>
          {site.compared.length > 0 ? <CompareTable site={site} t={t} /> : <Empty title={words.none}>{words.noneHint}</Empty>}
        </Panel>
        <SummaryPanel site={site} t={t} />
        <RatingPanel ratings={site.ratings} today={today()} t={t} />
        <Panel title={words.visits} flush>
          {site.visits.length > 0 ? (
            <VisitsList visits={site.visits} t={t} />
          ) : (
            <Empty title={words.visitsNone}>{words.visitsNoneHint}</Empty>
          )}
        </Panel>
        <Panel title={words.findings} flush={site.findings.length > 0}>
          {site.findings.length > 0 ? (
            <FindingsThere rows={site.findings} caption={words.findings} t={t} />
          ) : (
            <p className="soft">{t.seen.visit.findingsNone}</p>
          )}
        </Panel>
      </div>
    </div>
  )
}

/** A unit has no page of rounds: its way leads back to its work. */
function crumbs({ readsRound, round, work, code }: SiteVisits, t: Messages) {
  const here = { text: t.seen.site.title }
  return readsRound
    ? [{ text: t.nav.inspections, href: '/inspections' }, { text: round.title, href: `/inspections/${round.id}` }, here]
    : [{ text: t.nav.projects, href: '/projects' }, { text: work, href: `/projects/${code}` }, here]
}
