import type { Metadata } from 'next'
import { lockYear } from '../../db/queries/locks'
import { matrixRowsAPage, yearMatrix } from '../../db/queries/month-matrix'
import { type ListFacets, listFacets } from '../../db/queries/project-facets'
import { addressQuery, readAddress } from '../../domain/address'
import { yearOf } from '../../domain/calendar'
import { dueMonth } from '../../domain/duty'
import { fill, type Messages } from '../../domain/messages'
import { type MatrixParams, matrixParams } from '../../domain/months-params'
import { sectors } from '../../domain/plan'
import { stages } from '../../domain/project'
import { Chip, ChoiceChip } from '../_components/chip'
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
import { LockStrip } from './lock-strip'
import { YearGrid } from './year-grid'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).months.title }
}

export default async function MonthsPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.months
  const { params, wrong } = readAddress(matrixParams, await searchParams)
  const year = params.year ?? yearOf(dueMonth(today()))
  const asked = { ...params, year }
  const matrix = reading(() => yearMatrix(actor, asked, today()))
  const periods = lockYear(actor, year, today())
  const { page: _page, show: _show, year: _year, ...filter } = params
  const to = (change: Record<string, string | number | null>) => `/months${addressQuery({ ...params, page: null, ...change })}`
  const count = { year, over: matrix.months.filter(({ over }) => over).length, locked: matrix.months.filter(({ locked }) => locked).length }
  return (
    <div className="page">
      <PageHead title={words.title} lead={fill(words.lead, count)}>
        <YearLinks year={year} to={to} t={t} />
        <a className="button" href={`/months/late?month=${dueMonth(today())}`}>
          {words.lateLink}
        </a>
        <a className="button" href="/compare">
          {words.compareLink}
        </a>
        <ExportLinks path="/months" query={addressQuery({ ...asked, page: null })} title={words.title} t={t} />
        <PrintButton label={t.common.print} />
      </PageHead>
      {wrong.length > 0 ? <Notice tone="slow">{fill(t.facts.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        <LockStrip periods={periods} t={t} />
        <MatrixFilters params={asked} facets={listFacets(actor, filter)} to={to} t={t} />
        <Panel title={words.matrixTitle} note={words.sumLead}>
          {matrix.lines.length > 0 ? <YearGrid matrix={matrix} year={year} t={t} /> : <Empty title={words.none}>{words.noneHint}</Empty>}
        </Panel>
      </div>
      <PagerOf
        page={params.page ?? 1}
        size={matrixRowsAPage}
        shown={matrix.lines.length}
        total={matrix.total}
        to={(page) => to({ page })}
        t={t}
      />
    </div>
  )
}

type To = (change: Record<string, string | number | null>) => string

function YearLinks({ year, to, t }: { year: number; to: To; t: Messages }) {
  return (
    <nav className="chips" aria-label={t.months.yearNav}>
      {[year - 1, year, year + 1].map((one) => (
        <a
          key={one}
          className={one === year ? 'chip chip-on' : 'chip'}
          href={to({ year: one })}
          aria-current={one === year ? 'page' : undefined}
        >
          {fill(t.months.yearBefore, { year: one })}
        </a>
      ))}
    </nav>
  )
}

type FiltersProps = { params: MatrixParams; facets: ListFacets; to: To; t: Messages }

function MatrixFilters({ params, facets, to, t }: FiltersProps) {
  const words = t.projects
  const options = {
    sector: sectors.map((value) => ({ value, text: t.labels.sectors[value] })),
    stage: stages.map((value) => ({ value, text: t.labels.stages[value] })),
    town: facets.town.map(({ value }) => ({ value, text: value })),
    owner: [{ value: 'none', text: words.noOwner }, ...facets.owner.map(({ value, name }) => ({ value, text: name }))],
  }
  const labels = { sector: words.filterSector, stage: words.filterStage, town: words.filterTown, owner: words.filterOwner }
  const names = ['sector', 'town', 'owner', 'stage'] as const
  return (
    <search className="block no-print">
      <form action="/months" className="chips">
        <input type="hidden" name="year" value={params.year} />
        {params.show ? <input type="hidden" name="show" value={params.show} /> : null}
        <span className="box w-full sm:w-52">
          <input
            type="search"
            name="q"
            defaultValue={params.q}
            maxLength={80}
            placeholder={words.searchHint}
            aria-label={words.searchLabel}
            data-search=""
          />
        </span>
        {names.map((name) => (
          <ChoiceChip
            key={`${name} ${params[name] ?? ''}`}
            name={name}
            label={labels[name]}
            value={params[name] ?? null}
            options={options[name]}
            t={t}
          />
        ))}
        <Chip href={to({ show: params.show === 'gaps' ? null : 'gaps' })} on={params.show === 'gaps'} t={t}>
          {t.months.showGaps}
        </Chip>
        <noscript>
          <button type="submit" className="button">
            {words.apply}
          </button>
        </noscript>
      </form>
      {params.show === 'gaps' ? <p className="soft small mt-1">{t.months.gapsNote}</p> : null}
    </search>
  )
}
