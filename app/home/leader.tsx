import type { ChainRow } from '../../db/queries/chains'
import type { FindingTaskGroup } from '../../db/queries/finding-tasks'
import type { LateUnit, MonthReporting } from '../../db/queries/month-report'
import type { Day } from '../../domain/calendar'
import type { Locale, Messages } from '../../domain/messages'
import { Decisions } from '../_components/decisions'
import { PageHead } from '../_components/page-head'
import { Beside } from '../_components/panel'
import { Reporting } from '../_components/reporting'
import { ChainsCompact } from './chains-compact'
import { LateUnits } from './late-units'
import { LeaderDecisions } from './leader-decisions'
import { LatestBulletin, RedAlarms } from './leader-inspection'
import { type LeaderThings, onlyOnce } from './leader-once'
import { LitWorks } from './lit-works'

type Props = LeaderThings & {
  chains: readonly ChainRow[]
  findings: readonly FindingTaskGroup[]
  bulletin: { id: number; title: string; number: string | null; day: Day | null } | null
  units: { units: LateUnit[]; total: number; works: number }
  reporting: MonthReporting
  today: Day
  locale: Locale
  t: Messages
}

/** A county leader's minute: what needs a decision and on what evidence, with the works that slip most; the nine chains; what is late; who has not reported. */
export function LeaderHome({ chains, findings, bulletin, units, reporting, today, locale, t, ...things }: Props) {
  const words = t.home
  const { asked, worst, conditions, late } = onlyOnce(things)
  return (
    <div className="page">
      <PageHead title={words.title} />
      <div className="stack">
        <LeaderDecisions asked={asked} worst={worst} t={t} />
        <ChainsCompact rows={chains} t={t} />
        <Beside>
          <LitWorks title={words.lateWorks} empty={words.lateWorksNone} works={late} href="/projects?light=red&period=all" t={t} />
          <div className="stack">
            <RedAlarms findings={findings} today={today} t={t} />
            <LatestBulletin bulletin={bulletin} locale={locale} t={t} />
          </div>
        </Beside>
        <Beside>
          <Decisions title={words.underWay} empty={words.underWayNone} conditions={conditions} red={none} silent={[]} t={t} />
          <div className="stack">
            <Reporting reporting={reporting} locale={locale} t={t} />
            <LateUnits late={units} reporting={reporting} locale={locale} t={t} />
          </div>
        </Beside>
      </div>
    </div>
  )
}

const none = { rows: [], total: 0 }
