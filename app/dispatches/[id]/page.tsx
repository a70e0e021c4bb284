import type { Metadata } from 'next'
import { type DispatchView, dispatchView } from '../../../db/queries/dispatch'
import { dispatchTables } from '../../../domain/dispatch-input'
import { fill, type Messages } from '../../../domain/messages'
import { Badge } from '../../_components/badge'
import { GroupsPanel } from '../../_components/groups-panel'
import { Notice } from '../../_components/notice'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { TableFiles } from '../../_components/table-files'
import { today } from '../../_lib/clock'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { FiguresPanel } from '../figures-panel'
import { KeptPanel, OthersPanel } from '../kept-panel'
import { AskedPanel, LatePanel } from '../lists-panels'
import { CorrectStep, DraftSteps, SentBack, WaitingPanel } from '../steps'
import { TextsForm } from '../texts-form'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).dispatch.title }
}

export default async function DispatchPage({ params }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const id = Number((await params).id)
  const view = reading(() => dispatchView(actor, id))
  const { facts, state, may, outdated } = view
  return (
    <div className="page">
      <Head view={view} t={t} />
      <div className="stack in-text">
        <SentBack view={view} t={t} />
        {outdated ? <Notice tone="slow">{state === 'issued' ? t.dispatch.outdatedIssued : t.dispatch.outdatedDraft}</Notice> : null}
        {state === 'proposed' ? <WaitingPanel view={view} today={today()} t={t} /> : null}
        {state === 'drafted' ? null : <KeptPanel view={view} t={t} />}
        {state === 'issued' || view.others.length > 0 ? (
          <OthersPanel view={view} t={t}>
            <CorrectStep view={view} t={t} />
          </OthersPanel>
        ) : null}
        {may.edit ? <DraftPanels view={view} t={t} /> : null}
        <FiguresPanel facts={facts} t={t} />
        <GroupsPanel facts={facts} t={t} />
        <AskedPanel facts={facts} t={t} />
        <LatePanel facts={facts} t={t} />
        <TableFiles path={`/dispatches/${id}`} tables={dispatchTables} t={t} />
      </div>
    </div>
  )
}

function Head({ view: { id, title, state, document, facts }, t }: { view: DispatchView; t: Messages }) {
  const words = t.bulletins
  const { replaces } = facts
  const lead = replaces
    ? fill(t.dispatch.replaces, { number: replaces.number, title: replaces.title, revision: replaces.revision })
    : words.previewHint
  return (
    <PageHead
      title={<span lang="zh-CN">{title}</span>}
      lead={
        <>
          <Badge>{t.labels.bulletinStates[state]}</Badge> {lead}
        </>
      }
      crumbs={[{ text: t.nav.dispatches, href: '/dispatches' }, { text: document?.number ?? words.notNumbered }]}
    >
      <a className="button" href={`/dispatches/${id}/page`} target="_blank" rel="noreferrer">
        {document ? words.page : words.preview}
      </a>
      <a className={document ? 'button button-main' : 'button'} href={`/dispatches/${id}/word`} download>
        {document ? words.word : words.draftWord}
      </a>
    </PageHead>
  )
}

/** While it is a draft: words, then figures again and the step that freezes both. */
function DraftPanels({ view, t }: { view: DispatchView; t: Messages }) {
  return (
    <>
      <Panel title={t.bulletins.textsTitle}>
        <p className="soft mb-4">{t.bulletins.textsLead}</p>
        <TextsForm view={view} t={t} />
      </Panel>
      <Panel>
        <DraftSteps view={view} t={t} />
      </Panel>
    </>
  )
}
