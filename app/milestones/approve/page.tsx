import type { Metadata } from 'next'
import { planBoxes, planChains } from '../../../db/queries/plan'
import { datesAPage, waitingDates } from '../../../db/queries/waiting-dates'
import { addressQuery, readAddress } from '../../../domain/address'
import { approveParams } from '../../../domain/library-params'
import { fill } from '../../../domain/messages'
import { Empty } from '../../_components/empty'
import { ActionForm, Submit } from '../../_components/form'
import { Notice } from '../../_components/notice'
import { PageHead } from '../../_components/page-head'
import { PagerOf } from '../../_components/pager'
import { Ticks } from '../../_components/ticks'
import { WorkFilter } from '../../_components/work-filter'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { approveDates } from './actions'
import { DatesTable } from './dates-table'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).milestones.approveTitle }
}

const form = 'approve-dates'

export default async function ApproveDatesPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.milestones
  const { params, wrong } = readAddress(approveParams, await searchParams)
  const { page = 1, ...filter } = params
  const { rows, total } = reading(() => waitingDates(actor, { page, filter }))
  const to = (change: Record<string, string | number | null>) => `/milestones/approve${addressQuery({ ...params, page: null, ...change })}`
  return (
    <div className="page page-wide">
      <PageHead
        title={words.approveTitle}
        lead={fill(words.approveLead, { total })}
        crumbs={[{ text: t.nav.reviews, href: '/reviews' }, { text: words.approveTitle }]}
      />
      {wrong.length > 0 ? <Notice tone="slow">{fill(words.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        <WorkFilter path="/milestones/approve" filter={filter} boxes={planBoxes()} chains={planChains()} t={t} />
        <section className="panel">
          {rows.length > 0 ? (
            <DatesTable rows={rows} form={form} t={t} />
          ) : (
            <Empty title={words.approveNone}>{words.approveNoneHint}</Empty>
          )}
        </section>
        <ActionForm action={approveDates} id={form}>
          {rows.some((row) => row.mayDecide) ? (
            <div className="form-end form-end-fixed">
              <Submit shortcut="a">{words.approve}</Submit>
              <Ticks name="ids[]" field="ids" all={words.tickAll} none={words.tickNone} error={words.tickSome} />
            </div>
          ) : null}
        </ActionForm>
      </div>
      {total > 0 ? <PagerOf page={page} size={datesAPage} shown={rows.length} total={total} to={(page) => to({ page })} t={t} /> : null}
    </div>
  )
}
