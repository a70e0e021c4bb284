import type { Metadata } from 'next'
import { annualPage, annualRowsAPage, annualTowns, annualYears } from '../../db/queries/annual-list'
import { annualCells } from '../../db/queries/annual-totals'
import { planChains } from '../../db/queries/plan'
import { yearListsOf } from '../../db/queries/year-lists'
import { addressQuery, readAddress } from '../../domain/address'
import { annualParams } from '../../domain/annual-plan-params'
import { isShown, missingOf, yearCounts, yearTotals } from '../../domain/annual-plan-totals'
import { yearOf } from '../../domain/calendar'
import { fill } from '../../domain/messages'
import { canKeepYearList } from '../../domain/policy'
import { Empty } from '../_components/empty'
import { ExportLinks } from '../_components/export-links'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { PagerOf } from '../_components/pager'
import { Panel } from '../_components/panel'
import { PrintButton } from '../_components/print-button'
import { today } from '../_lib/clock'
import { words as messages } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { DraftPanel } from './draft-panel'
import { YearFilter } from './filter'
import { ListsPanel } from './lists-panel'
import { SumsPanel } from './sums-panel'
import { WorksTable } from './works-table'
import { YearChips } from './year-chips'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const askedOf = async (searchParams: Props['searchParams']) => readAddress(annualParams, await searchParams)

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { params } = await askedOf(searchParams)
  return { title: fill((await messages()).annual.title, { year: params.year ?? yearOf(today()) }) }
}

export default async function AnnualPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.annual
  const { params, wrong } = await askedOf(searchParams)
  const { page = 1, ...given } = params
  const asked = { ...given, year: given.year ?? yearOf(today()) }
  const { show, ...unshown } = asked
  const cells = reading(() => annualCells(actor, unshown))
  const counts = yearCounts(cells)
  const totals = yearTotals(cells.filter(isShown(show)))
  const rows = annualPage(actor, asked, page)
  const lists = yearListsOf(actor, asked.year)
  const whole = canKeepYearList(actor) ? annualCells(actor, { year: asked.year }) : null
  return (
    <div className="page">
      <PageHead title={fill(words.title, { year: asked.year })} lead={words.lead}>
        <ExportLinks path="/annual" query={addressQuery(asked)} title={fill(words.title, { year: asked.year })} t={t} />
        <PrintButton label={t.common.print} />
        <a className="button" href={`/annual/batches?year=${asked.year}`}>
          {words.batchesLink}
        </a>
      </PageHead>
      {wrong.length > 0 ? <Notice tone="slow">{fill(words.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        <YearChips path="/annual" asked={asked.year} years={annualYears(actor)} today={today()} t={t} />
        <YearFilter asked={asked} counts={counts} towns={annualTowns(actor)} chains={planChains()} t={t} />
        <SumsPanel totals={totals} year={asked.year} t={t} />
        <div>
          <Panel title={words.list} flush>
            {rows.length > 0 ? <WorksTable rows={rows} t={t} /> : <Empty title={words.listNone}>{words.listNoneHint}</Empty>}
          </Panel>
          {totals.works > 0 ? (
            <PagerOf
              page={page}
              size={annualRowsAPage}
              shown={rows.length}
              total={totals.works}
              to={(to) => `/annual${addressQuery({ ...asked, page: to })}`}
              t={t}
            />
          ) : null}
        </div>
        <ListsPanel lists={lists} year={asked.year} t={t} />
        {whole ? <DraftPanel lists={lists.rows} missing={missingOf(whole)} year={asked.year} t={t} /> : null}
      </div>
    </div>
  )
}
