import type { Metadata } from 'next'
import { type BulletinView, bulletinView } from '../../../db/queries/bulletin'
import { fill, type Messages } from '../../../domain/messages'
import { Badge } from '../../_components/badge'
import { GroupsPanel } from '../../_components/groups-panel'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { today } from '../../_lib/clock'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { FiguresPanel } from '../figures-panel'
import { ErrataPanel, KeptPanel } from '../kept-panel'
import { CorrectStep, ProposeStep, RefreshStep, SentBack, WaitingPanel } from '../steps'
import { TextsForm } from '../texts-form'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).bulletins.title }
}

export default async function BulletinPage({ params }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const id = Number((await params).id)
  const view = reading(() => bulletinView(actor, id))
  const { facts, document, state, may } = view
  return (
    <div className="page">
      <Head view={view} t={t} />
      <div className="stack">
        <SentBack view={view} t={t} />
        {state === 'proposed' ? <WaitingPanel view={view} today={today()} t={t} /> : null}
        <KeptPanel view={view} t={t} />
        {document ? (
          <ErrataPanel view={view} t={t}>
            {may.correct ? <CorrectStep documentId={document.id} t={t} /> : null}
          </ErrataPanel>
        ) : null}
        {may.edit ? <DraftPanels view={view} t={t} /> : null}
        {facts ? (
          <>
            <FiguresPanel facts={facts} t={t} />
            <GroupsPanel facts={facts} t={t} />
          </>
        ) : null}
      </div>
    </div>
  )
}

function Head({ view: { id, title, state, kind, corrects, document }, t }: { view: BulletinView; t: Messages }) {
  const words = t.bulletins
  const lead = corrects ? fill(words.corrects, corrects) : words.previewHint
  return (
    <PageHead
      title={<span lang="zh-CN">{title}</span>}
      lead={
        <>
          <Badge>{t.labels.bulletinStates[state]}</Badge> <Badge>{t.labels.bulletinKinds[kind]}</Badge> {lead}
        </>
      }
      crumbs={[{ text: t.nav.bulletins, href: '/bulletins' }, { text: document?.number ?? words.notNumbered }]}
    >
      <a className="button" href={`/bulletins/${id}/page`} target="_blank" rel="noreferrer">
        {document ? words.page : words.preview}
      </a>
      <a className={document ? 'button button-main' : 'button'} href={`/bulletins/${id}/word`} download>
        {document ? words.word : words.draftWord}
      </a>
    </PageHead>
  )
}

/** While it is a draft: figures again, words, and the step that freezes both. */
function DraftPanels({ view, t }: { view: BulletinView; t: Messages }) {
  const words = t.bulletins
  return (
    <>
      <Panel title={words.textsTitle}>
        <p className="soft mb-4">{words.textsLead}</p>
        <TextsForm view={view} t={t} />
      </Panel>
      <Panel>
        <div className="beside">
          {view.facts ? <RefreshStep view={view} t={t} /> : null}
          <ProposeStep view={view} t={t} />
        </div>
      </Panel>
    </>
  )
}
