import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ratingView } from '../../../db/queries/ratings'
import { fill } from '../../../domain/messages'
import { ActionForm, Hidden, Submit, WordsField } from '../../_components/form'
import { Notice } from '../../_components/notice'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { RatingBeside } from '../../_components/rating-beside'
import { Version } from '../../_components/stale'
import { today } from '../../_lib/clock'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { answer } from './actions'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await messages()).seen.rating.title} ${(await params).id}` }
}

/** The rating beside the lights; the owner answers it here, once and for good. */
export default async function RatingPage({ params }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const { id } = await params
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound()
  const rating = reading(() => ratingView(actor, Number(id)))
  const words = t.seen.rating
  const { code, work, round } = rating
  return (
    <div className="page page-narrow">
      <PageHead
        title={words.title}
        crumbs={[{ text: t.nav.projects, href: '/projects' }, { text: work, href: `/projects/${code}` }, { text: words.title }]}
        lead={
          <span lang="zh-CN">
            {work} · {fill(words.lead, { round: round.title, day: rating.on })}
          </span>
        }
      />
      <div className="stack">
        {rating.current ? null : <Notice>{words.replaced}</Notice>}
        {rating.answerDueOn && !rating.answer && rating.current ? (
          <Notice tone="slow">{fill(words.worse, { day: rating.answerDueOn })}</Notice>
        ) : null}
        <Panel>
          <RatingBeside rating={rating} today={today()} t={t} />
          <p className="rating-more">
            {rating.visitId === null ? null : <a href={`/visits/${rating.visitId}`}>{t.seen.visit.toRecord}</a>}
            <a href={`/inspections/${round.id}/works/${code}`}>{t.seen.visit.toSite}</a>
          </p>
        </Panel>
        {rating.mayAnswer ? (
          <Panel title={words.form}>
            <ActionForm action={answer} aria-label={words.form}>
              <Hidden name="id" value={rating.id} />
              <Version version={rating.version} text={{ mine: t.common.yourVersion, now: t.common.currentVersion }} />
              <p className="soft">{t.common.secretWarning}</p>
              <WordsField name="answer" label={words.answer} hint={words.formHint} maxLength={2000} rows={6} />
              <div className="form-end form-end-fixed">
                <Submit>{words.send}</Submit>
              </div>
            </ActionForm>
          </Panel>
        ) : null}
      </div>
    </div>
  )
}
