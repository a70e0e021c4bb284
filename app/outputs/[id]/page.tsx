import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { outputView } from '../../../db/queries/decision-chains'
import { hasRole } from '../../../domain/actor'
import { fill } from '../../../domain/messages'
import { DecidedLine, EarlierTries, SaidWords, SubmittedLine } from '../../_components/decision-facts'
import { DecisionLines } from '../../_components/decision-lines'
import { ActionForm, Hidden, Submit } from '../../_components/form'
import { Notice } from '../../_components/notice'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { reader } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { takeBack } from './actions'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await reader()).t.reviews.kinds.output} ${(await params).id}` }
}

/** One quarter's return of one enterprise: what a chain's sum leads to. */
export default async function OutputPage({ params }: Props) {
  const { actor } = await requireViewer()
  const { locale, t } = await reader()
  const { id } = await params
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound()
  const view = reading(() => outputView(actor, Number(id)))
  const again = `/outputs/new?organisation=${view.organisationId}&chain=${view.chainId}&quarter=${view.about.quarter}`
  const closed = view.status === 'returned' || view.status === 'withdrawn'
  return (
    <div className="page">
      <PageHead
        title={fill(t.output.viewTitle, { quarter: view.about.quarter ?? '' })}
        crumbs={[{ text: view.title }, { text: view.about.chain ?? '' }]}
        lead={<SubmittedLine decision={view} t={t} />}
      >
        {hasRole(actor, 'owner', 'bureau') && view.status !== 'submitted' ? (
          <a className={closed ? 'button button-main' : 'button'} href={closed ? again : `${again}&revise=1`}>
            {view.status === 'returned' ? t.updates.answerReturn : closed ? t.updates.again : t.output.correct}
          </a>
        ) : null}
        {hasRole(actor, 'bureau') && view.status === 'submitted' && !view.own ? (
          <a className="button button-main" href={`/reviews?item=output:${view.id}`}>
            {t.reviews.toReview}
          </a>
        ) : null}
      </PageHead>
      <div className="stack">
        <DecidedLine decision={view} t={t} />
        {view.status === 'submitted' ? <Notice tone="slow">{t.reviews.waits}</Notice> : null}
        <Panel flush>
          <DecisionLines lines={view.lines} beforeLabel={view.beforeLabel} nowLabel={t.reviews.now} locale={locale} t={t} />
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
            <EarlierTries decision={view} link={(other) => `/outputs/${other}`} t={t} />
          </Panel>
        ) : null}
      </div>
    </div>
  )
}
