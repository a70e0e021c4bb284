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
import { canKeepRegisters, canReadRegisters } from '../../../domain/policy'
import { layersOf, seenLayer } from '../../../domain/project-layers'
import { readProjectParams } from '../../../domain/project-params'
import { Notice } from '../../_components/notice'
import { Beside } from '../../_components/panel'
import { RatingPanel } from '../../_components/rating-panel'
import { today } from '../../_lib/clock'
import { reader } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { ApplicationsPanel } from './applications-panel'
import { ClausesPanel } from './clauses-panel'
import { ConditionsPanel } from './conditions-panel'
import { CurvePanel } from './curve-panel'
import { FiguresPanel } from './figures-panel'
import { FindingsPanel } from './findings-panel'
import { ForecastPanel } from './forecast-panel'
import { FundsPanel } from './funds-panel'
import { ProjectHeadline } from './headline'
import { HistoryPanel } from './history-panel'
import { MilestonesPanel } from './milestones-panel'
import { MonthsPanel } from './months-panel'
import { PlansPanel } from './plans-panel'
import { SheetPanel } from './sheet-panel'
import { UnitsPanel } from './units-panel'
import type { ProjectPageProps } from './view'
import { VisitsPanel } from './visits-panel'

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
  return (
    <div className="page">
      <ProjectHeadline {...view} />
      {asked.wrong.length > 0 ? <Notice tone="slow">{fill(t.project.wrong, { names: asked.wrong.join(', ').slice(0, 80) })}</Notice> : null}
      <div className="stack">
        <MilestonesPanel {...view} />
        <div className="figures-beside">
          <FiguresPanel {...view} />
          <CurvePanel {...view} />
        </div>
        <ConditionsPanel {...view} />
        <FindingsPanel {...view} />
        {view.ratings.length > 0 ? <RatingPanel ratings={view.ratings} today={day} t={t} /> : null}
        <FundsPanel funds={projectFunds(actor, code, day)} locale={locale} t={t} />
        <ForecastPanel forecast={forecastOf(actor, code, day)} locale={locale} t={t} />
        <VisitsPanel {...view} />
        <MonthsPanel {...view} reports={monthReports(head, view.today)} all={asked.params.allMonths} />
        <ClausesPanel {...view} />
        <Beside>
          <SheetPanel {...view} />
          <div className="stack">
            <UnitsPanel {...view} />
            <PlansPanel {...view} />
          </div>
        </Beside>
        <ApplicationsPanel
          code={code}
          applications={applicationsOf(actor, code)}
          keeps={canKeepRegisters(actor)}
          reads={canReadRegisters(actor)}
          t={t}
        />
        <HistoryPanel {...view} history={projectHistory(head, asked.params.before)} paged={asked.params.before !== null} />
      </div>
    </div>
  )
}
