import type { Metadata } from 'next'
import { figuresOf, lockedWorks, lockRowsAPage } from '../../../db/queries/lock-figures'
import { type LockView, lockView } from '../../../db/queries/locks'
import { planChains } from '../../../db/queries/plan'
import { addressQuery, readAddress } from '../../../domain/address'
import { fill, type Messages } from '../../../domain/messages'
import { lockParams } from '../../../domain/months-params'
import { ExportLinks } from '../../_components/export-links'
import { Notice } from '../../_components/notice'
import { PageHead } from '../../_components/page-head'
import { PagerOf } from '../../_components/pager'
import { PrintButton } from '../../_components/print-button'
import { today } from '../../_lib/clock'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { ChecksPanel } from './checks-panel'
import { FiguresPanel } from './figures-panel'
import { OpenPanel } from './open-panel'
import { PublishedPanel } from './published-panel'
import { ReopeningPanel } from './reopening-panel'
import { WorksPanel } from './works-panel'

type Props = { params: Promise<{ period: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: fill((await messages()).months.lockTitle, { period: (await params).period.slice(0, 7) }) }
}

export default async function LockPage({ params: path, searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.months
  const { period } = await path
  const { params, wrong } = readAddress(lockParams, await searchParams)
  const view = reading(() => lockView(actor, period, today(), params.revision ?? null))
  const lock = view.shown ?? (view.open?.state === 'computing' ? null : view.open)
  const query = (change: Record<string, string | number | null>) => addressQuery({ ...params, page: null, ...change })
  const to = (change: Record<string, string | number | null>) => `/months/${period}${query(change)}`
  const works = lock && lockedWorks(actor, lock.id, { light: params.light, page: params.page ?? 1 })
  return (
    <div className="page">
      <PageHead
        title={fill(words.lockTitle, { period })}
        lead={words.lockLead[view.kind]}
        crumbs={[{ text: words.title, href: `/months?year=${period.slice(0, 4)}` }, { text: period }]}
      >
        <a className="button" href={`/compare?to=${period}`}>
          {words.compareLink}
        </a>
        {lock ? <ExportLinks path={`/months/${period}`} query={query({})} title={fill(words.lockTitle, { period })} t={t} /> : null}
        <PrintButton label={t.common.print} />
      </PageHead>
      {wrong.length > 0 ? <Notice tone="slow">{fill(t.facts.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        <Standing view={view} t={t} />
        {lock ? (
          <FiguresPanel
            figures={figuresOf(lock)}
            chains={planChains()}
            exports={
              <ExportLinks path={`/months/${period}`} query={query({ table: 'figures', light: null })} title={words.figures} t={t} />
            }
            t={t}
          />
        ) : null}
        {lock && works ? <WorksPanel rows={works.rows} light={params.light ?? null} lock={lock} to={to} t={t} /> : null}
      </div>
      {works ? (
        <PagerOf
          page={params.page ?? 1}
          size={lockRowsAPage}
          shown={works.rows.length}
          total={works.total}
          to={(page) => to({ page })}
          t={t}
        />
      ) : null}
    </div>
  )
}

/** What is published, what is on its way, and what can be done now. */
function Standing({ view, t }: { view: LockView; t: Messages }) {
  if (!view.over) return <Notice>{fill(t.months.notOver, { period: view.period })}</Notice>
  return (
    <>
      {view.shown ? <PublishedPanel view={view} t={t} /> : null}
      {view.latest ? <ReopeningPanel view={view} t={t} /> : null}
      {view.open ? <OpenPanel view={view} t={t} /> : null}
      {view.checks && !view.open && (!view.latest || view.reopened) ? <ChecksPanel view={view} checks={view.checks} t={t} /> : null}
      {!view.latest && !view.open && !view.may.lock ? <Notice>{t.months.standings.open}</Notice> : null}
    </>
  )
}
