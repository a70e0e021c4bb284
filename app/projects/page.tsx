import type { Metadata } from 'next'
import { carriedOver, libraryPeriods, ofPeriod } from '../../db/queries/library-period'
import { chainNames } from '../../db/queries/plan'
import { listFacets } from '../../db/queries/project-facets'
import { projectsPage } from '../../db/queries/project-list'
import { listQuery, readListParams } from '../../domain/list-params'
import { fill } from '../../domain/messages'
import { canEditLibrary } from '../../domain/policy'
import { ExportLinks } from '../_components/export-links'
import { PageHead } from '../_components/page-head'
import { Pager } from '../_components/pager'
import { PrintButton } from '../_components/print-button'
import { today } from '../_lib/clock'
import { dayWords, reader } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { Filters } from './filters'
import { ListLead } from './list-lead'
import { NoProjects } from './no-projects'
import { ProjectsTable } from './projects-table'
import { WrongParameters } from './wrong-parameters'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await reader()).t.projects.title }
}

export default async function ProjectsPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const { locale, t } = await reader()
  const { params, wrong } = readListParams(await searchParams)
  const asked = reading(() => ofPeriod(actor, params, today()))
  const page = reading(() => projectsPage(actor, asked))
  const { rows, from, totals, previous, next } = page
  const ids = rows.map(({ projectId }) => projectId)
  const carried = carriedOver(actor, ids, today())
  const to = (cursor: string | null) => cursor && `/projects${listQuery(params, { cursor })}`
  return (
    <div className="page page-wide">
      <PageHead title={actor.role === 'owner' ? t.projects.ownTitle : t.projects.title} lead={<ListLead totals={totals} t={t} />}>
        <a className="button" href={`/projects/matrix${listQuery(params)}`}>
          {t.projects.matrix}
        </a>
        <ExportLinks path="/projects" query={listQuery(params, { sort: null, limit: null })} title={t.projects.title} t={t} />
        <a className="button" href={`/exports${listQuery(params, { sort: null, limit: null })}#templates`}>
          {t.exports.templatesTitle}
        </a>
        <PrintButton label={t.common.print} />
        {canEditLibrary(actor) ? (
          <>
            <a className="button" href="/census">
              {t.projects.census}
            </a>
            <a className="button button-main" href="/projects/new">
              {t.projects.add}
            </a>
          </>
        ) : null}
      </PageHead>
      <WrongParameters names={wrong} t={t} />
      <Filters path="/projects" params={params} facets={listFacets(actor, asked)} period={libraryPeriods(actor, today())?.current} t={t} />
      <section className="panel">
        {rows.length > 0 ? (
          <ProjectsTable rows={rows} carried={carried} chains={chainNames()} params={params} today={today()} locale={locale} t={t} />
        ) : (
          <NoProjects isOwner={actor.role === 'owner'} params={params} t={t} />
        )}
      </section>
      <Pager
        from={rows.length > 0 ? from : 0}
        to={from + rows.length - 1}
        total={totals.rows}
        previous={to(previous)}
        next={to(next)}
        t={t}
      />
      <p className="soft small hidden print:block">{fill(t.projects.dataDate, { day: dayWords(today(), locale) })}</p>
    </div>
  )
}
