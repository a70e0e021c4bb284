import type { Metadata } from 'next'
import { type BatchCount, batchCounts, batchPage, batchRowsAPage } from '../../../db/queries/annual-batches'
import { annualYears } from '../../../db/queries/annual-list'
import { addressQuery, readAddress } from '../../../domain/address'
import type { Batch } from '../../../domain/annual-plan-batches'
import { batchParams } from '../../../domain/annual-plan-params'
import { yearOf } from '../../../domain/calendar'
import { fill, type Messages } from '../../../domain/messages'
import { Empty } from '../../_components/empty'
import { ExportLinks } from '../../_components/export-links'
import { Notice } from '../../_components/notice'
import { PageHead } from '../../_components/page-head'
import { PagerOf } from '../../_components/pager'
import { Panel } from '../../_components/panel'
import { PrintButton } from '../../_components/print-button'
import { type Column, Table } from '../../_components/table'
import { today } from '../../_lib/clock'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { YearChips } from '../year-chips'
import { BatchTable } from './batch-table'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const askedOf = async (searchParams: Props['searchParams']) => readAddress(batchParams, await searchParams)

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { params } = await askedOf(searchParams)
  return { title: fill((await messages()).annual.batchesTitle, { year: params.year ?? yearOf(today()) }) }
}

export default async function BatchesPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.annual
  const { params, wrong } = await askedOf(searchParams)
  const { year = yearOf(today()), batch = 'start', page = 1 } = params
  const counts = reading(() => batchCounts(actor, year, today()))
  const rows = batchPage(actor, { batch, year, page }, today())
  const chosen = counts.find((count) => count.batch === batch)
  const total = chosen ? chosen.planned + chosen.unplanned : 0
  return (
    <div className="page">
      <PageHead
        title={fill(words.batchesTitle, { year })}
        lead={words.batchesLead}
        crumbs={[{ text: fill(words.title, { year }), href: `/annual?year=${year}` }, { text: words.batchesLink }]}
      >
        <ExportLinks path="/annual/batches" query={addressQuery({ year, batch })} title={words.batches[batch]} t={t} />
        <PrintButton label={t.common.print} />
      </PageHead>
      {wrong.length > 0 ? <Notice tone="slow">{fill(words.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        <YearChips path="/annual/batches" asked={year} years={annualYears(actor)} today={today()} t={t} />
        <Panel flush>
          <Table
            caption={words.batchesLink}
            columns={countColumns(year, t)}
            rows={counts}
            keyOf={(row) => row.batch}
            isSelected={(row) => row.batch === batch}
          />
        </Panel>
        <div>
          <Panel title={words.batches[batch]} note={words.batchRule[batch]} flush>
            {rows.length > 0 ? <BatchTable rows={rows} t={t} /> : <Empty title={words.batchNone}>{words.batchNoneHint}</Empty>}
          </Panel>
          {total > 0 ? (
            <PagerOf page={page} size={batchRowsAPage} shown={rows.length} total={total} to={(to) => addressOf(year, batch, to)} t={t} />
          ) : null}
        </div>
      </div>
    </div>
  )
}

const addressOf = (year: number, batch: Batch, page: number | null) => `/annual/batches${addressQuery({ year, batch, page })}`

/** How many each batch was to have, and how many have come. */
function countColumns(year: number, t: Messages): Column<BatchCount>[] {
  const words = t.annual
  return [
    {
      key: 'batch',
      head: words.batch,
      card: 'title',
      cell: ({ batch }) => <a href={addressOf(year, batch, null)}>{words.batches[batch]}</a>,
    },
    {
      key: 'done',
      head: words.batchDone,
      kind: 'figure',
      cell: ({ done, planned }) => (planned === 0 ? '—' : fill(words.batchOf, { done, planned })),
    },
    {
      key: 'overdue',
      head: words.batchOverdue,
      kind: 'figure',
      look: ({ states }) => (states.overdue > 0 ? 'late' : undefined),
      cell: ({ states }) => states.overdue,
    },
    { key: 'open', head: words.batchOpen, kind: 'figure', cell: ({ states }) => states.open },
    { key: 'unplanned', head: words.batchUnplanned, kind: 'figure', cell: ({ unplanned }) => unplanned },
  ]
}
