import type { Metadata } from 'next'
import { applicationList, applicationsAPage } from '../../db/queries/register-applications'
import { addressQuery, readAddress } from '../../domain/address'
import { fill } from '../../domain/messages'
import { canKeepRegisters } from '../../domain/policy'
import { applicationParams } from '../../domain/registers-params'
import { Empty } from '../_components/empty'
import { ExportLinks } from '../_components/export-links'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { PagerOf } from '../_components/pager'
import { Panel } from '../_components/panel'
import { PrintButton } from '../_components/print-button'
import { words as messages } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { ApplicationsTable } from './applications-table'
import { CountsTable } from './counts-table'
import { ApplicationFilters } from './filters'
import { RegisterTabs } from './tabs'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).registers.applications }
}

export default async function RegistersPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.registers
  const { params, wrong } = readAddress(applicationParams, await searchParams)
  const list = reading(() => applicationList(actor, params))
  const { page = 1, ...filter } = params
  const sum = (of: 'all' | 'accepted' | 'pending') => list.counts.reduce((total, count) => total + count[of], 0)
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const [none, hint] = isFiltered
    ? [words.applicationsNoneFound, words.applicationsNoneFoundHint]
    : [words.applicationsNone, words.applicationsNoneHint]
  return (
    <div className="page page-wide">
      <PageHead
        title={words.applications}
        lead={fill(words.applicationsLead, { all: sum('all'), accepted: sum('accepted'), pending: sum('pending') })}
      >
        <PrintButton label={t.common.print} />
        <ExportLinks path="/registers" query={addressQuery(filter)} title={words.applications} t={t} />
        {canKeepRegisters(actor) ? (
          <a className="button button-main" href={`/registers/new${addressQuery({ project: params.project })}`}>
            {words.add}
          </a>
        ) : null}
      </PageHead>
      <RegisterTabs here="applications" t={t} />
      {wrong.length > 0 ? <Notice tone="slow">{fill(words.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        <Panel title={words.countsCaption} note={params.year ? fill(words.countsOf, { year: params.year }) : words.countsAllYears} flush>
          <CountsTable counts={list.counts} filter={filter} t={t} />
        </Panel>
        <ApplicationFilters filter={filter} years={list.years} t={t} />
        <section className="panel">
          {list.rows.length > 0 ? <ApplicationsTable rows={list.rows} t={t} /> : <Empty title={none}>{hint}</Empty>}
        </section>
      </div>
      {list.total > 0 ? (
        <PagerOf
          page={page}
          size={applicationsAPage}
          shown={list.rows.length}
          total={list.total}
          to={(number) => `/registers${addressQuery({ ...filter, page: number })}`}
          t={t}
        />
      ) : null}
    </div>
  )
}
