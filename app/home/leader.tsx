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
import { LatestBulletin, RedAlarms } from './leader-inspection'
import { LitWorks } from './lit-works'

type Lit = { rows: LitWork[]; total: number }
type Props = {
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

/** A county leader's minute: what needs a decision, red alarms and the last bulletin, the nine chains, what is late, who has not reported. */
export function LeaderHome({ chains, conditions, late, findings, bulletin, units, reporting, today, locale, t }: Props) {
  const words = t.home
  return (
    <div className="page">
      <PageHead title={words.title} />
      <div className="stack">
        <Beside>
          <Decisions conditions={conditions} red={{ rows: [], total: 0 }} silent={silentChains(chains, t)} t={t} />
          <div className="stack">
            <RedAlarms findings={findings} today={today} t={t} />
            <LatestBulletin bulletin={bulletin} locale={locale} t={t} />
          </div>
        </Beside>
        <ChainsCompact rows={chains} t={t} />
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
