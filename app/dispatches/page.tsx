import type { Metadata } from 'next'
import { dispatchList, type MonthToReport, monthsToReport } from '../../db/queries/dispatches'
import { addressQuery, readAddress } from '../../domain/address'
import { dispatchesAPage, dispatchParams } from '../../domain/dispatch-input'
import { fill, type Messages } from '../../domain/messages'
import { canDraftDispatch } from '../../domain/policy'
import { Empty } from '../_components/empty'
import { ExportLinks } from '../_components/export-links'
import { ActionForm, Hidden, Submit } from '../_components/form'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { PagerOf } from '../_components/pager'
import { Panel } from '../_components/panel'
import { words as messages } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { draft } from './actions'
import { DispatchesTable } from './dispatches-table'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).dispatch.title }
}

export default async function DispatchesPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.dispatch
  const { params, wrong } = readAddress(dispatchParams, await searchParams)
  const { page = 1 } = params
  const { rows, total } = reading(() => dispatchList(actor, page))
  return (
    <div className="page">
      <PageHead title={words.title} lead={words.lead}>
        <ExportLinks path="/dispatches" title={words.title} t={t} />
      </PageHead>
      {wrong.length > 0 ? <Notice tone="slow">{fill(t.facts.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        {canDraftDispatch(actor) ? <ToReport months={monthsToReport(actor)} t={t} /> : null}
        <section className="panel">
          {rows.length > 0 ? <DispatchesTable rows={rows} t={t} /> : <Empty title={words.none}>{words.noneHint}</Empty>}
        </section>
      </div>
      <PagerOf
        page={page}
        size={dispatchesAPage}
        shown={rows.length}
        total={total}
        to={(at) => `/dispatches${addressQuery({ page: at })}`}
        t={t}
      />
    </div>
  )
}

/** One press drafts it from the month's lock. */
function ToReport({ months, t }: { months: readonly MonthToReport[]; t: Messages }) {
  if (months.length === 0) return null
  const words = t.dispatch
  return (
    <Panel title={words.toReport}>
      <p className="soft mb-4">{words.toReportLead}</p>
      <div className="stack">
        {months.map(({ period, revision, issued }) => (
          <ActionForm key={period} action={draft} className="form bulletin-round" aria-label={period}>
            <Hidden name="period" value={period} />
            <span>
              <a href={`/months/${period}`}>{period}</a>
              <span className="soft block">{fill(words.revision, { revision })}</span>
              {issued ? <span className="soft block small">{words.reportAgain}</span> : null}
            </span>
            <div>
              <Submit>{words.draft}</Submit>
            </div>
          </ActionForm>
        ))}
      </div>
    </Panel>
  )
}
