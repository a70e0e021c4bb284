import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type VisitView, visitView } from '../../../db/queries/visit'
import { fill, type Messages } from '../../../domain/messages'
import { FindingsThere } from '../../_components/findings-there'
import { PageHead } from '../../_components/page-head'
import { Beside, Panel } from '../../_components/panel'
import { PhotoRow } from '../../_components/photo-row'
import { personWords } from '../../_components/seen-marks'
import { SeenTable } from '../../_components/seen-table'
import { StandingMark, StandingNotice } from '../../_components/visit-standing'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { Record } from './record'
import { SettlePanel } from './settle-panel'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await messages()).seen.visit.title} ${(await params).id}` }
}

/** What one inspector saw at one site, beside what was told. */
export default async function VisitPage({ params }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const { id } = await params
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound()
  const view = reading(() => visitView(actor, Number(id)))
  const words = t.seen.visit
  return (
    <div className="page">
      <PageHead title={words.title} crumbs={crumbs(view, t)} lead={<Lead view={view} t={t} />}>
        <a className="button" href={`/projects/${view.code}`}>
          {words.toProject}
        </a>
        {view.site ? (
          <a className="button" href={view.site}>
            {words.toSite}
          </a>
        ) : null}
      </PageHead>
      <div className="stack">
        <StandingNotice visit={view} t={t} />
        {view.maySettle ? <SettlePanel id={view.id} t={t} /> : null}
        <Panel title={t.seen.figures} flush>
          <SeenTable lines={view.lines} names={view.names} t={t} />
        </Panel>
        <Beside>
          <Panel title={words.record}>
            <Record view={view} t={t} />
          </Panel>
          <Panel title={words.photos}>
            {view.photos.length > 0 ? <PhotoRow files={view.photos} /> : <p className="soft">{words.photosNone}</p>}
          </Panel>
        </Beside>
        <Panel title={words.findings} flush={view.findings.length > 0}>
          {view.findings.length > 0 ? (
            <FindingsThere rows={view.findings} caption={words.findings} t={t} />
          ) : (
            <p className="soft">{words.findingsNone}</p>
          )}
        </Panel>
      </div>
    </div>
  )
}

function crumbs(view: VisitView, t: Messages) {
  return [{ text: t.nav.projects, href: '/projects' }, { text: view.work, href: `/projects/${view.code}` }, { text: t.seen.visit.title }]
}

function Lead({ view, t }: { view: VisitView; t: Messages }) {
  return (
    <>
      <StandingMark visit={view} t={t} /> {fill(t.seen.visit.lead, { who: personWords(view.inspector, t), day: view.visitedOn })} ·{' '}
      <span lang="zh-CN">{view.round.title}</span>
    </>
  )
}
