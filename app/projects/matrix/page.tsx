import type { Metadata } from 'next'
import { libraryPeriods, ofPeriod } from '../../../db/queries/library-period'
import { type ListFacets, listFacets } from '../../../db/queries/project-facets'
import { projectsPage } from '../../../db/queries/project-list'
import { type MatrixRow, monthMatrix } from '../../../db/queries/project-months'
import { dueMonth, type MonthReport, reportStates } from '../../../domain/duty'
import { type ListParams, listQuery, readListParams } from '../../../domain/list-params'
import { fill, type Messages } from '../../../domain/messages'
import { projectHref } from '../../../domain/project-params'
import { Chip, Chips } from '../../_components/chip'
import { type MatrixCell, MonthMatrix } from '../../_components/month-matrix'
import { PageHead } from '../../_components/page-head'
import { Pager } from '../../_components/pager'
import { Panel } from '../../_components/panel'
import { PrintButton } from '../../_components/print-button'
import { today } from '../../_lib/clock'
import { monthWords, reader } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { Filters } from '../filters'
import { NoProjects } from '../no-projects'
import { WrongParameters } from '../wrong-parameters'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }
const path = '/projects/matrix'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await reader()).t.projects.matrixTitle }
}

export default async function MatrixPage({ searchParams }: Props) {
  const { actor } = await requireViewer()
  const { locale, t } = await reader()
  const { params, wrong } = readListParams(await searchParams)
  const asked = reading(() => ofPeriod(actor, params, today()))
  const { rows, from, totals, previous, next } = reading(() => projectsPage(actor, asked))
  const facets = listFacets(actor, asked)
  const { months, lines } = monthMatrix(rows, today())
  const month = monthWords(dueMonth(today()), locale)
  const to = (cursor: string | null) => cursor && path + listQuery(params, { cursor })
  return (
    <div className="page">
      <PageHead
        title={t.projects.matrixTitle}
        lead={fill(t.projects.matrixLead, { month })}
        crumbs={[{ text: t.nav.projects, href: `/projects${listQuery(params)}` }, { text: t.projects.matrix }]}
      >
        <PrintButton label={t.common.print} />
      </PageHead>
      <WrongParameters names={wrong} t={t} />
      <Filters path={path} params={params} facets={facets} period={libraryPeriods(actor, today())?.current} t={t} />
      <Panel title={fill(t.projects.matrixNow, { month })} aside={<StateChips params={params} facets={facets} t={t} />}>
        {lines.length > 0 ? (
          <MonthMatrix caption={t.projects.matrixCaption} months={months} rows={lines.map((line) => matrixRow(line, t))} t={t} />
        ) : (
          <NoProjects isOwner={actor.role === 'owner'} params={params} t={t} />
        )}
      </Panel>
      <Pager
        from={rows.length > 0 ? from : 0}
        to={from + rows.length - 1}
        total={totals.rows}
        previous={to(previous)}
        next={to(next)}
        t={t}
      />
    </div>
  )
}

type ChipsProps = { params: ListParams; facets: ListFacets; t: Messages }

/** How the month that is due stands over the whole list. */
function StateChips({ params, facets, t }: ChipsProps) {
  const counts = reportStates.map((state) => ({ state, rows: facets.report.find((facet) => facet.value === state)?.rows ?? 0 }))
  return (
    <Chips>
      {counts
        .filter(({ state, rows }) => rows > 0 || params.report === state)
        .map(({ state, rows }) => {
          const on = params.report === state
          return (
            <Chip key={state} href={path + listQuery(params, { report: on ? null : state })} on={on} count={rows} t={t}>
              {t.labels.reportStates[state]}
            </Chip>
          )
        })}
    </Chips>
  )
}

const matrixRow = ({ row, reports }: MatrixRow, t: Messages) => ({
  key: row.code,
  name: (
    <span lang="zh-CN">
      <a href={projectHref(row.code, 'months', 'months')}>{row.name}</a>{' '}
      <span className="soft small">{row.ownerName ?? row.responsibleName}</span>
    </span>
  ),
  cells: reports.map((report) => cellOf(report, t)),
})

/** How late, or until when: what the mark alone does not say. */
function cellOf({ state, lateDays, dueOn }: MonthReport, t: Messages): MatrixCell {
  if (state === 'late' && lateDays > 0) return { state, note: fill(t.projects.lateDays, { days: lateDays }) }
  return state === 'due' || state === 'missing' ? { state, note: fill(t.projects.dueBy, { day: dueOn }) } : { state }
}
