import type { ChainRow } from '../../db/queries/chains'
import type { LitWork, OpenCondition } from '../../db/queries/decisions'
import type { FindingTaskGroup } from '../../db/queries/finding-tasks'
import type { LateUnit, MonthReporting } from '../../db/queries/month-report'
import type { Day } from '../../domain/calendar'
import type { Locale, Messages } from '../../domain/messages'
import { Decisions } from '../_components/decisions'
import { PageHead } from '../_components/page-head'
import { Beside } from '../_components/panel'
import { Reporting } from '../_components/reporting'
import { silentChains } from '../_components/silent-chains'
import { ChainsCompact } from './chains-compact'
import { LateUnits } from './late-units'
import { type Asked, LeaderDecisions } from './leader-decisions'
import { LatestBulletin, RedAlarms } from './leader-inspection'
import { LeaderSlips, type Worst } from './leader-slips'
import { LitWorks } from './lit-works'

type Lit = { rows: LitWork[]; total: number }
type Props = {
  asked: Asked
  worst: Worst
  chains: readonly ChainRow[]
  conditions: { rows: OpenCondition[]; total: number }
  late: Lit
  findings: readonly FindingTaskGroup[]
  bulletin: { id: number; title: string; number: string | null; day: Day | null } | null
  units: { units: LateUnit[]; total: number; works: number }
  reporting: MonthReporting
  today: Day
  locale: Locale
  t: Messages
}

/** A county leader's minute: what needs a decision and on what evidence, the works that slip most, the nine chains, what is late, who has not reported. */
export function LeaderHome({ asked, worst, chains, conditions, late, findings, bulletin, units, reporting, today, locale, t }: Props) {
  const words = t.home
  const others = withoutAsked(conditions, asked)
  return (
    <div className="page">
      <PageHead title={words.title} />
      <div className="stack">
        <Beside>
          <LeaderDecisions asked={asked} t={t} />
          <LeaderSlips worst={worst} t={t} />
        </Beside>
        <ChainsCompact rows={chains} t={t} />
        <Beside>
          <Decisions conditions={others} red={{ rows: [], total: 0 }} silent={silentChains(chains, t)} t={t} />
          <div className="stack">
            <RedAlarms findings={findings} today={today} t={t} />
            <LatestBulletin bulletin={bulletin} locale={locale} t={t} />
          </div>
        </Beside>
        <Beside>
          <LitWorks title={words.lateWorks} empty={words.lateWorksNone} works={late} href="/projects?light=red" t={t} />
          <div className="stack">
            <Reporting reporting={reporting} locale={locale} t={t} />
            <LateUnits late={units} reporting={reporting} locale={locale} t={t} />
          </div>
        </Beside>
      </div>
    </div>
  )
}

/** What stands above as a decision asked for is not told a second time. */
function withoutAsked({ rows, total }: Props['conditions'], asked: Asked): Props['conditions'] {
  const ids = new Set(asked.rows.map(({ id }) => id))
  return { rows: rows.filter(({ id }) => !ids.has(id)), total }
}
