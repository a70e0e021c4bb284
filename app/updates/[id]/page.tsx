import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { updateView } from '../../../db/queries/update-view'
import { canReview } from '../../../domain/policy'
import { DecidedLine, EarlierTries, SaidWords, SubmittedLine } from '../../_components/decision-facts'
import { DecisionLines } from '../../_components/decision-lines'
import { aboutWords } from '../../_components/decision-words'
import { ActionForm, Hidden, Submit } from '../../_components/form'
import { Notice } from '../../_components/notice'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { today } from '../../_lib/clock'
import { monthWords, reader } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { takeBack } from './actions'
import { AgainLink } from './again-link'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await reader()).t.reviews.kinds.update} ${(await params).id}` }
}

/** One update: what it said, beside what stood before, by whom, when, and what became of it. Accounts of figures lead here. */
export default async function UpdatePage({ params }: Props) {
  const { actor } = await requireViewer()
  const { locale, t } = await reader()
  const { id } = await params
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound()
  const view = reading(() => updateView(actor, Number(id), today()))
  const title = aboutWords('update', view.about, locale, t)
  const crumbs = [{ text: t.nav.projects, href: '/projects' }, { text: view.title, href: `/projects/${view.code}` }, { text: title }]
  return (
    <div className="page">
      <PageHead title={title} crumbs={crumbs} lead={<SubmittedLine decision={view} t={t} />}>
        <AgainLink view={view} actor={actor} t={t} />
        {view.status === 'submitted' && canReview(actor, { submittedBy: view.own ? actor.id : 0 }) ? (
          <a className="button button-main" href={`/reviews?item=update:${view.id}`}>
            {t.reviews.toReview}
          </a>
        ) : null}
      </PageHead>
      <div className="stack">
        <DecidedLine decision={view} t={t} />
        {view.status === 'submitted' ? <Notice tone="slow">{t.reviews.waits}</Notice> : null}
        {view.laterId ? (
          <Notice>
            {t.updates.replaced} <a href={`/updates/${view.laterId}`}>{t.updates.seeLater}</a>
          </Notice>
        ) : null}
        <Panel flush>
          <DecisionLines
            lines={view.lines}
            beforeLabel={view.beforeLabel && monthWords(view.beforeLabel, locale)}
            nowLabel={t.reviews.now}
            locale={locale}
            t={t}
          />
          <SaidWords decision={view} t={t} />
        </Panel>
        {view.mayWithdraw ? (
          <ActionForm action={takeBack} aria-label={t.updates.withdraw}>
            <Hidden name="id" value={view.id} />
            <div className="form-end">
              <Submit look="late">{t.updates.withdraw}</Submit>
              <span className="soft small">{t.updates.withdrawNote}</span>
            </div>
          </ActionForm>
        ) : null}
        {view.tries.length > 0 ? (
          <Panel title={t.updates.history}>
            <EarlierTries decision={view} link={(other) => `/updates/${other}`} t={t} />
          </Panel>
        ) : null}
      </div>
    </div>
  )
}
