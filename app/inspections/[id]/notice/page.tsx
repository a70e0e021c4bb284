import type { Metadata } from 'next'
import { noticeView } from '../../../../db/queries/round-notice'
import { fill } from '../../../../domain/messages'
import { takesWords } from '../../../../domain/round-rules'
import { ActionForm, Submit } from '../../../_components/form'
import { Notice } from '../../../_components/notice'
import { PageHead } from '../../../_components/page-head'
import { Panel } from '../../../_components/panel'
import { today } from '../../../_lib/clock'
import { words as messages } from '../../../_lib/locale'
import { idOf } from '../../../_lib/query'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { EditForm, Which } from '../round-forms'
import { send } from './actions'
import { PaperView } from './paper-view'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).rounds.notice.title }
}

export default async function NoticePage({ params }: { params: Promise<{ id: string }> }) {
  const [{ actor }, t, { id }] = await Promise.all([requireViewer(), messages(), params])
  const { round, paper, sent, gaps, mayKeep } = reading(() => noticeView(actor, idOf(id), today()))
  const words = t.rounds.notice
  const at = `/inspections/${round.id}/notice`
  return (
    <div className="page">
      <PageHead
        title={words.title}
        lead={sent ? fill(words.sentOn, { day: sent.day, number: sent.number }) : words.draftLead}
        crumbs={[
          { text: t.rounds.title, href: '/inspections' },
          { text: round.title, href: `/inspections/${round.id}` },
          { text: words.title },
        ]}
      >
        <a className="button" href={`${at}/word`}>
          {words.word}
        </a>
        <a className="button" href={`${at}/page`}>
          {words.print}
        </a>
      </PageHead>
      <div className="stack">
        {!sent && mayKeep && takesWords(round) ? (
          <div className="no-print">
            {gaps.length > 0 ? (
              <Notice tone="slow">
                <ul>
                  {gaps.map((code) => (
                    <li key={code}>{t.errors[code]}</li>
                  ))}
                </ul>
              </Notice>
            ) : (
              <ActionForm action={send} aria-label={words.send} className="panel panel-body form">
                <Which round={round} t={t} />
                <p>{fill(words.sendHint, { works: worksIn(paper) })}</p>
                <div className="form-end">
                  <Submit>{words.send}</Submit>
                </div>
              </ActionForm>
            )}
          </div>
        ) : null}
        <div className={!sent && mayKeep && takesWords(round) ? 'beside notice-desk' : undefined}>
          <section className="panel paper" lang="zh-CN" aria-label={paper.title}>
            <PaperView paper={paper} />
          </section>
          {!sent && mayKeep && takesWords(round) ? (
            <Panel title={words.contents} note={words.contentsNote}>
              <EditForm round={round} t={t} />
            </Panel>
          ) : null}
        </div>
      </div>
    </div>
  )
}

type PaperOf = Awaited<ReturnType<typeof noticeView>>['paper']
const worksIn = ({ annexes }: PaperOf): number =>
  annexes.flatMap(({ blocks }) => blocks).reduce((rows, block) => rows + (block.kind === 'table' ? block.rows.length : 0), 0)
