import type { Metadata } from 'next'
import { roundView } from '../../../db/queries/round'
import { roundWorksAPage } from '../../../db/queries/round-works'
import { Empty } from '../../_components/empty'
import { ExportLinks } from '../../_components/export-links'
import { Notice } from '../../_components/notice'
import { PagerOf } from '../../_components/pager'
import { Panel } from '../../_components/panel'
import { words as messages } from '../../_lib/locale'
import { askedNumber, idOf, type Query, withQuery } from '../../_lib/query'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { DrawsPanel } from './draws-panel'
import { FindingsPanel } from './findings-panel'
import { MaterialsPanel } from './materials-panel'
import { RoundHead } from './round-head'
import { TeamPanel } from './team-panel'
import { WorksTable } from './works-table'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).rounds.title }
}

export default async function RoundPage({ params, searchParams }: Props) {
  const [{ actor }, t, { id }, query] = await Promise.all([requireViewer(), messages(), params, searchParams])
  const page = askedNumber(query, 'page', 1)
  const view = reading(() => roundView(actor, idOf(id), page))
  const words = t.rounds
  const to = (number: number) => withQuery(`/inspections/${view.round.id}`, query, { page: number })
  return (
    <div className="page">
      <RoundHead view={view} t={t} />
      {view.whole ? null : <Notice>{words.notWhole}</Notice>}
      <div className="stack">
        <Panel
          title={words.works}
          note={`${view.visited} / ${view.total}`}
          aside={
            <span className="flex flex-wrap gap-4 no-print">
              <ExportLinks path={`/inspections/${view.round.id}`} title={words.works} plain t={t} />
              {view.mayKeep ? <a href={`/inspections/${view.round.id}/scope`}>{words.toScope} ›</a> : null}
            </span>
          }
          flush
        >
          {view.works.length > 0 ? (
            <WorksTable view={view} t={t} />
          ) : (
            <Empty title={words.noWorks}>{view.mayKeep ? words.noWorksHint : words.noWorksReaders}</Empty>
          )}
        </Panel>
        {view.total > roundWorksAPage ? (
          <PagerOf page={page} size={roundWorksAPage} shown={view.works.length} total={view.total} to={to} t={t} />
        ) : null}
        <FindingsPanel view={view} t={t} />
        {view.whole ? (
          <>
            <div className="beside">
              <TeamPanel view={view} t={t} />
              <MaterialsPanel view={view} t={t} />
            </div>
            <DrawsPanel view={view} t={t} />
          </>
        ) : null}
      </div>
    </div>
  )
}
