import type { Metadata } from 'next'
import { forecastOf } from '../../../db/queries/forecast'
import { projectFunds } from '../../../db/queries/fund-panel'
import { chainNames } from '../../../db/queries/plan'
import { projectHead } from '../../../db/queries/project'
import { projectFindings } from '../../../db/queries/project-findings'
import { projectHistory } from '../../../db/queries/project-history'
import { monthReports } from '../../../db/queries/project-months'
import { projectRecord } from '../../../db/queries/project-record'
import { projectVisits } from '../../../db/queries/project-visits'
import { ratingsOf } from '../../../db/queries/ratings'
import { applicationsOf } from '../../../db/queries/register-applications'
import { seenOf } from '../../../db/queries/visit-seen'
import { fill } from '../../../domain/messages'
import { layersOf, seenLayer } from '../../../domain/project-layers'
import { type ProjectPart, readProjectParams } from '../../../domain/project-params'
import { Notice } from '../../_components/notice'
import { today } from '../../_lib/clock'
import { reader } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { ProjectHeadline } from './headline'
import { Part, type PartFacts } from './part'
import { PartLinks } from './part-links'
import type { ProjectPageProps } from './view'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor } = await requireViewer()
  const { code } = await params
  return { title: reading(() => projectHead(actor, code)).work.name }
}

export default async function ProjectPage({ params, searchParams }: Props) {
  const { actor } = await requireViewer()
  const { code } = await params
  const asked = readProjectParams(await searchParams)
  const head = reading(() => projectHead(actor, code))
  const record = projectRecord(head)
  const plans = record.plans.filter((plan) => plan.current).map(({ year, plannedYuan }) => ({ year, yuan: plannedYuan }))
  const { locale, t } = await reader()
  const day = today()
  const view: ProjectPageProps = {
    actor,
    head,
    record,
    layers: layersOf(record.updates, plans),
    seen: seenLayer(seenOf(actor, code), record.updates),
    visits: projectVisits(head),
    ratings: ratingsOf(actor, code),
    findings: projectFindings(actor, head, day),
    chains: chainNames(),
    today: day,
    locale,
    t,
  }
  const shows = (part: ProjectPart) => asked.params.part === part || asked.params.part === 'all'
  const facts: PartFacts = {
    months: shows('months') ? { reports: monthReports(head, day) } : null,
    money: shows('money') ? { funds: projectFunds(actor, code, day), forecast: forecastOf(actor, code, day) } : null,
    file: shows('file') ? { applications: applicationsOf(actor, code) } : null,
    history: shows('history') ? projectHistory(head, asked.params.before) : null,
  }
  return (
    <div className="page">
      <ProjectHeadline {...view} />
      {asked.wrong.length > 0 ? <Notice tone="slow">{fill(t.project.wrong, { names: asked.wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <PartLinks code={code} part={asked.params.part} t={t} />
      <div className="stack">
        <Part view={view} facts={facts} params={asked.params} />
      </div>
    </div>
  )
}
