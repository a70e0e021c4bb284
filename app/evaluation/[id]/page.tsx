import type { Metadata } from 'next'
import { type EvaluationView, evaluationView } from '../../../db/queries/evaluations'
import { evaluationTables } from '../../../domain/evaluation-input'
import { fill, type Messages } from '../../../domain/messages'
import { Badge } from '../../_components/badge'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { TableFiles } from '../../_components/table-files'
import { today } from '../../_lib/clock'
import { words as messages } from '../../_lib/locale'
import { idOf } from '../../_lib/query'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { FactsPanels } from '../facts-panels'
import { DraftPanels, SentBack, WaitingPanel } from '../steps'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).evaluation.title }
}

export default async function EvaluationViewPage({ params }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const id = idOf((await params).id)
  const view = reading(() => evaluationView(actor, id))
  return (
    <div className="page">
      <Head view={view} t={t} />
      <div className="stack">
        <SentBack view={view} t={t} />
        {view.state === 'proposed' ? <WaitingPanel view={view} today={today()} t={t} /> : null}
        {view.document ? <KeptPanel view={view} t={t} /> : null}
        <FactsPanels facts={view.facts} t={t} />
        <TableFiles path={`/evaluation/${id}`} tables={evaluationTables} t={t} />
        {view.may.edit ? <DraftPanels view={view} t={t} /> : null}
      </div>
    </div>
  )
}

type ViewProps = { view: EvaluationView; t: Messages }

function Head({ view: { id, title, kind, state, document }, t }: ViewProps) {
  const words = t.evaluation
  return (
    <PageHead
      title={<span lang="zh-CN">{title}</span>}
      lead={
        <>
          <Badge>{t.labels.bulletinStates[state]}</Badge> <Badge>{words.kinds[kind]}</Badge> {document ? null : words.previewHint}
        </>
      }
      crumbs={[{ text: words.title, href: '/evaluation' }, { text: document?.number ?? words.notIssued }]}
    >
      <a className="button" href={`/evaluation/${id}/page`} target="_blank" rel="noreferrer">
        {words.page}
      </a>
      <a className="button" href={`/evaluation/${id}/congress`} download>
        {words.congress}
      </a>
      <a className={document ? 'button button-main' : 'button'} href={`/evaluation/${id}/word`} download>
        {words.word}
      </a>
    </PageHead>
  )
}

/** Who wrote and issued it, and by what it can be proved. */
function KeptPanel({ view: { document, writers, issued }, t }: ViewProps) {
  const words = t.evaluation
  const said = [
    [words.columnNumber, document?.number],
    [words.columnDay, document?.day],
    [words.writtenBy, writers.map((who) => fill(t.project.someone, who)).join('、')],
    [words.issuedBy, issued ? fill(t.project.someone, issued) : null],
    [words.sha256, document?.sha256],
  ] as const
  return (
    <Panel>
      <dl className="bulletin-kept">
        {said.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd lang="zh-CN" className="break-all">
                {value}
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </Panel>
  )
}
