import type { forecastOf } from '../../../db/queries/forecast'
import type { projectFunds } from '../../../db/queries/fund-panel'
import type { projectHistory } from '../../../db/queries/project-history'
import type { monthReports } from '../../../db/queries/project-months'
import type { applicationsOf } from '../../../db/queries/register-applications'
import { canKeepRegisters, canReadRegisters } from '../../../domain/policy'
import type { ProjectParams } from '../../../domain/project-params'
import { Beside } from '../../_components/panel'
import { RatingPanel } from '../../_components/rating-panel'
import { ApplicationsPanel } from './applications-panel'
import { ClausesPanel } from './clauses-panel'
import { ConditionsPanel } from './conditions-panel'
import { CurvePanel } from './curve-panel'
import { FiguresPanel } from './figures-panel'
import { FindingsPanel } from './findings-panel'
import { ForecastPanel } from './forecast-panel'
import { FundsPanel } from './funds-panel'
import { HistoryPanel } from './history-panel'
import { MilestonesPanel } from './milestones-panel'
import { MonthsPanel } from './months-panel'
import { PlansPanel } from './plans-panel'
import { SheetPanel } from './sheet-panel'
import { UnitsPanel } from './units-panel'
import type { ProjectPageProps } from './view'
import { VisitsPanel } from './visits-panel'

/** What a part shows beyond what every part is drawn from; null = the part is not shown. */
export type PartFacts = {
  months: { reports: ReturnType<typeof monthReports> } | null
  money: { funds: ReturnType<typeof projectFunds>; forecast: ReturnType<typeof forecastOf> } | null
  file: { applications: ReturnType<typeof applicationsOf> } | null
  history: ReturnType<typeof projectHistory> | null
}
type Props = { view: ProjectPageProps; facts: PartFacts; params: ProjectParams }

/** One part of a work's page, or all of them for paper. */
export function Part({ view, facts: { months, money, file, history }, params }: Props) {
  return (
    <>
      {params.part === 'overview' || params.part === 'all' ? <Overview {...view} /> : null}
      {months ? <Months {...view} {...months} all={params.allMonths} /> : null}
      {money ? <Money {...view} {...money} /> : null}
      {file ? <File {...view} {...file} /> : null}
      {history ? <HistoryPanel {...view} history={history} paged={params.before !== null} /> : null}
    </>
  )
}

/** Where it stands and what holds it up. */
function Overview(view: ProjectPageProps) {
  return (
    <>
      <MilestonesPanel {...view} />
      <div className="figures-beside">
        <FiguresPanel {...view} />
        <CurvePanel {...view} />
      </div>
      <ConditionsPanel {...view} />
      <FindingsPanel {...view} />
    </>
  )
}

/** What was told each month, and what was seen on site. */
function Months({ reports, all, ...view }: ProjectPageProps & NonNullable<PartFacts['months']> & { all: boolean }) {
  const { ratings, today, t } = view
  return (
    <>
      <MonthsPanel {...view} reports={reports} all={all} />
      <VisitsPanel {...view} />
      {ratings.length > 0 ? <RatingPanel ratings={ratings} today={today} t={t} /> : null}
    </>
  )
}

function Money({ funds, forecast, ...view }: ProjectPageProps & NonNullable<PartFacts['money']>) {
  const { locale, t } = view
  return (
    <>
      <PlansPanel {...view} />
      <FundsPanel funds={funds} locale={locale} t={t} />
      <ForecastPanel forecast={forecast} locale={locale} t={t} />
    </>
  )
}

/** What it is, in the plan and in documents, and whose. */
function File({ applications, ...view }: ProjectPageProps & NonNullable<PartFacts['file']>) {
  const { actor, head, t } = view
  return (
    <>
      <ClausesPanel {...view} />
      <Beside>
        <SheetPanel {...view} />
        <UnitsPanel {...view} />
      </Beside>
      <ApplicationsPanel
        code={head.work.code}
        applications={applications}
        keeps={canKeepRegisters(actor)}
        reads={canReadRegisters(actor)}
        t={t}
      />
    </>
  )
}
