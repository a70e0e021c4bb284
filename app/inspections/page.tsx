import type { Metadata } from 'next'
import { roundList, roundsAPage } from '../../db/queries/rounds'
import { fill } from '../../domain/messages'
import { Empty } from '../_components/empty'
import { ExportLinks } from '../_components/export-links'
import { PageHead } from '../_components/page-head'
import { PagerOf } from '../_components/pager'
import { words as messages } from '../_lib/locale'
import { askedNumber, type Query, withQuery } from '../_lib/query'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { RoundsTable } from './rounds-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).rounds.title }
}

export default async function InspectionsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [{ actor }, t, query] = await Promise.all([requireViewer(), messages(), searchParams])
  const page = askedNumber(query, 'page', 1)
  const { rows, total, mayKeep } = reading(() => roundList(actor, page))
  const words = t.rounds
  const to = (number: number) => withQuery('/inspections', query, { page: number })
  return (
    <div className="page">
      <PageHead title={words.title} lead={fill(mayKeep ? words.lead : words.readersLead, { rounds: total })}>
        <ExportLinks path="/inspections" title={words.title} t={t} />
        <a className="button" href="/inspections/repeat-draw">
          {words.repeat.title}
        </a>
        {mayKeep ? (
          <a className="button button-main" href="/inspections/new">
            {words.new}
          </a>
        ) : null}
      </PageHead>
      <section className="panel">
        {rows.length > 0 ? (
          <RoundsTable rows={rows} t={t} />
        ) : (
          <Empty title={words.none}>{mayKeep ? words.noneHint : words.noneReaders}</Empty>
        )}
      </section>
      {total > roundsAPage ? <PagerOf page={page} size={roundsAPage} shown={rows.length} total={total} to={to} t={t} /> : null}
    </div>
  )
}
