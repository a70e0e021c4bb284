import type { Metadata } from 'next'
import { findingChoices } from '../../db/queries/finding-choices'
import { findingFigures } from '../../db/queries/finding-figures'
import { findingList } from '../../db/queries/finding-list'
import { planChains } from '../../db/queries/plan'
import { hasRole } from '../../domain/actor'
import { addressQuery, readAddress } from '../../domain/address'
import { findingParams, findingsAPage } from '../../domain/finding-params'
import { fill } from '../../domain/messages'
import { canRegisterFinding } from '../../domain/policy'
import { Empty } from '../_components/empty'
import { ExportLinks } from '../_components/export-links'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { PagerOf } from '../_components/pager'
import { PrintButton } from '../_components/print-button'
import { today } from '../_lib/clock'
import { words as messages } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { Breakdown, FiguresLine } from './figures'
import { Filters } from './filters'
import { FindingsTable } from './findings-table'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).findings.title }
}

export default async function FindingsPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.findings
  const { params, wrong } = readAddress(findingParams, await searchParams)
  const { page = 1, ...filter } = params
  const list = reading(() => findingList(actor, filter, page, today()))
  const figures = findingFigures(actor, filter, today())
  const chains = planChains().map(({ id, name }) => ({ id, name }))
  const names = new Map<string, string>(chains.map(({ id, name }) => [id, name]))
  const to = (change: Record<string, string | number | null>) => `/findings${addressQuery({ ...params, ...change })}`
  return (
    <div className="page page-wide">
      <PageHead
        title={hasRole(actor, 'owner') ? words.ownTitle : words.title}
        lead={<FiguresLine figures={figures} counts={list.counts} t={t} />}
      >
        <ExportLinks path="/findings" query={addressQuery(filter)} title={words.title} t={t} />
        <PrintButton label={t.common.print} />
        {canRegisterFinding(actor) ? (
          <a className="button button-main" href="/findings/new">
            {words.register}
          </a>
        ) : null}
      </PageHead>
      {wrong.length > 0 ? <Notice tone="slow">{fill(t.facts.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <Breakdown figures={figures} filter={filter} chains={names} t={t} />
      <Filters filter={filter} choices={findingChoices(actor)} counts={list.counts} chains={chains} t={t} />
      <section className="panel">
        {list.rows.length > 0 ? (
          <FindingsTable rows={list.rows} today={today()} t={t} />
        ) : list.counts.all > 0 || Object.keys(filter).length > 0 ? (
          <Empty title={words.none}>{words.noneHint}</Empty>
        ) : (
          <Empty title={words.nothing}>{hasRole(actor, 'owner') ? words.nothingOwnHint : words.nothingHint}</Empty>
        )}
      </section>
      {list.total > 0 ? (
        <PagerOf page={page} size={findingsAPage} shown={list.rows.length} total={list.total} to={(page) => to({ page })} t={t} />
      ) : null}
    </div>
  )
}
