import type { Metadata } from 'next'
import { differencesAPage, openDifferencesList } from '../../db/queries/differences'
import { addressQuery, readAddress } from '../../domain/address'
import { fill } from '../../domain/messages'
import { differenceParams, differenceShows } from '../../domain/seen-input'
import { Chip } from '../_components/chip'
import { Empty } from '../_components/empty'
import { ExportLinks } from '../_components/export-links'
import { Notice } from '../_components/notice'
import { PageHead } from '../_components/page-head'
import { PagerOf } from '../_components/pager'
import { reader } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { DifferencesTable } from './differences-table'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await reader()).t.seen.differences.title }
}

/** The bureau's desk for what was seen otherwise than told; supervisors and leaders read it. */
export default async function DifferencesPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const { locale, t } = await reader()
  const words = t.seen.differences
  const { params, wrong } = readAddress(differenceParams, await searchParams)
  const { page = 1, show = 'open', project } = params
  const list = reading(() => openDifferencesList(actor, { page, show, project }))
  const to = (change: Record<string, string | number | null>) => `/differences${addressQuery({ ...params, page: null, ...change })}`
  const [none, hint] = show === 'open' ? [words.none, words.noneHint] : [words.otherNone, words.otherNoneHint]
  return (
    <div className="page">
      <PageHead title={words.title} lead={fill(words.lead, list.counts)}>
        <a className="button" href="/differences/agreement">
          {words.agreement}
        </a>
        <ExportLinks path="/differences" query={addressQuery({ show: params.show, project })} title={words.title} t={t} />
      </PageHead>
      {wrong.length > 0 ? <Notice tone="slow">{fill(words.wrong, { names: wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        <div className="chips">
          {differenceShows.map((name) => (
            <a
              key={name}
              href={to({ show: name === 'open' ? null : name })}
              className={show === name ? 'chip chip-on' : 'chip'}
              aria-current={show === name}
            >
              {words.shows[name]} {list.counts[name]}
            </a>
          ))}
          {project ? (
            <Chip href={to({ project: null })} on t={t}>
              {fill(words.ofWork, { code: project })}
            </Chip>
          ) : null}
        </div>
        <section className="panel">
          {list.rows.length > 0 ? <DifferencesTable rows={list.rows} locale={locale} t={t} /> : <Empty title={none}>{hint}</Empty>}
        </section>
      </div>
      {list.total > 0 ? (
        <PagerOf page={page} size={differencesAPage} shown={list.rows.length} total={list.total} to={(page) => to({ page })} t={t} />
      ) : null}
    </div>
  )
}
