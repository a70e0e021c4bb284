import type { Metadata } from 'next'
import { decisionFor } from '../../db/queries/decision-view'
import { reviewQueue } from '../../db/queries/review-queue'
import { addressQuery } from '../../domain/address'
import { daysBetween, shanghaiDay } from '../../domain/calendar'
import { fill } from '../../domain/messages'
import { parseReviewRef, reviewKinds, reviewRef } from '../../domain/review-order'
import { Empty } from '../_components/empty'
import { ExportLinks } from '../_components/export-links'
import { Notice } from '../_components/notice'
import { today } from '../_lib/clock'
import { reader, words } from '../_lib/locale'
import { asked, askedChoice, type Query } from '../_lib/query'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { DecisionPanel } from './decision-panel'
import { KeyLine } from './key-line'
import { KindChips } from './kind-chips'
import { QueueList } from './queue-list'

type Props = { searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).reviews.title }
}

export default async function ReviewsPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const { locale, t } = await reader()
  const query = await searchParams
  const kind = askedChoice(query, 'kind', reviewKinds)
  const queue = reading(() => reviewQueue(actor, today(), kind))
  const wanted = parseReviewRef(asked(query, 'item', 40))
  const selected = wanted ?? queue.rows[0] ?? null
  const at = selected ? queue.rows.findIndex((row) => reviewRef(row) === reviewRef(selected)) : -1
  const next = queue.rows[at + 1] ?? (at > 0 ? queue.rows[0] : undefined) ?? null
  const decision = selected ? reading(() => decisionFor(actor, selected, today())) : null
  const oldest = queue.rows.reduce((days, row) => Math.max(days, daysBetween(shanghaiDay(row.submittedAt), today())), 0)
  const address = (ref: string) => `/reviews?${kind ? `kind=${kind}&` : ''}item=${ref}`
  return (
    <div className="page page-wide">
      <div className="page-head">
        <div>
          <h1>
            {t.reviews.title}{' '}
            <span className="h1-note">{queue.total > 0 ? fill(t.reviews.waiting, { total: queue.total, days: oldest }) : ''}</span>
          </h1>
        </div>
        <div className="page-actions items-center">
          <KeyLine rows={queue.rows} at={at} address={address} code={decision?.code ?? null} t={t} />
          <ExportLinks path="/reviews" query={addressQuery({ kind })} title={t.reviews.queue} t={t} />
        </div>
      </div>
      <KindChips counts={queue.counts} kind={kind} t={t} />
      {asked(query, 'kind') !== null && kind === null ? <Notice tone="slow">{t.reviews.wrongKind}</Notice> : null}
      {selected && !decision ? <Notice tone="slow">{t.reviews.notThere}</Notice> : null}
      {queue.rows.length === 0 && !decision ? (
        <Empty title={t.reviews.empty}>{t.reviews.emptyHint}</Empty>
      ) : (
        <div className={wanted ? 'reviews reviews-one' : 'reviews'}>
          <QueueList queue={queue} selected={selected ? reviewRef(selected) : null} address={address} locale={locale} t={t} />
          {decision ? <DecisionPanel decision={decision} next={next ? reviewRef(next) : null} kind={kind} locale={locale} t={t} /> : null}
        </div>
      )}
    </div>
  )
}
