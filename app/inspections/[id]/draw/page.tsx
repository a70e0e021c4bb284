import type { Metadata } from 'next'
import { drawDesk } from '../../../../db/queries/round-draws'
import { Notice } from '../../../_components/notice'
import { PageHead } from '../../../_components/page-head'
import { Panel } from '../../../_components/panel'
import { words as messages } from '../../../_lib/locale'
import { idOf } from '../../../_lib/query'
import { reading } from '../../../_lib/reading'
import { requireViewer } from '../../../_lib/session'
import { CommitForm } from './draw-forms'
import { DrawPanel } from './draw-panel'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).rounds.draw.title }
}

export default async function DrawPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ actor }, t, { id }] = await Promise.all([requireViewer(), messages(), params])
  const { round, draws, mayDraw, pools } = reading(() => drawDesk(actor, idOf(id)))
  const words = t.rounds.draw
  const done = draws.every(({ drawnAt, abandoned }) => drawnAt !== null || abandoned !== null)
  return (
    <div className="page">
      <PageHead
        title={words.title}
        lead={words.lead}
        crumbs={[
          { text: t.rounds.title, href: '/inspections' },
          { text: round.title, href: `/inspections/${round.id}` },
          { text: words.title },
        ]}
      >
        <a className="button" href="/inspections/repeat-draw">
          {t.rounds.repeat.title}
        </a>
      </PageHead>
      {mayDraw ? null : <Notice>{words.stands}</Notice>}
      <div className="stack">
        {draws.toReversed().map((draw) => (
          <DrawPanel key={draw.id} draw={draw} pools={pools} t={t} />
        ))}
        {mayDraw && done ? (
          <Panel title={draws.length > 0 ? words.again : words.first}>
            <p className="mb-3">{words.commitLead}</p>
            <CommitForm roundId={round.id} again={draws.length > 0} t={t} />
          </Panel>
        ) : null}
      </div>
    </div>
  )
}
