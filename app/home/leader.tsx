import type { ChainRow } from '../../db/queries/chains'
import type { LitWork, OpenCondition } from '../../db/queries/decisions'
import type { LateUnit, MonthReporting } from '../../db/queries/month-report'
import type { Locale, Messages } from '../../domain/messages'
import { Decisions } from '../_components/decisions'
import { PageHead } from '../_components/page-head'
import { Beside } from '../_components/panel'
import { Reporting } from '../_components/reporting'
import { silentChains } from '../_components/silent-chains'
import { ChainsCompact } from './chains-compact'
import { LateUnits } from './late-units'
import { LitWorks } from './lit-works'

type Lit = { rows: LitWork[]; total: number }
type Props = {
  chains: readonly ChainRow[]
  conditions: { rows: OpenCondition[]; total: number }
  late: Lit
  units: { units: LateUnit[]; total: number; works: number }
  reporting: MonthReporting
  locale: Locale
  t: Messages
}

/** A county leader's minute: what needs a decision, the nine chains, what is late, who has not reported. */
export function LeaderHome({ chains, conditions, late, units, reporting, locale, t }: Props) {
  const words = t.home
  return (
    <div className="page">
      <PageHead title={words.title} />
      <div className="stack">
        <Beside>
          <Decisions conditions={conditions} red={{ rows: [], total: 0 }} silent={silentChains(chains, t)} t={t} />
          <Reporting reporting={reporting} locale={locale} t={t} />
        </Beside>
        <ChainsCompact rows={chains} t={t} />
        <Beside>
          <LitWorks title={words.lateWorks} empty={words.lateWorksNone} works={late} href="/projects?light=red" t={t} />
          <LateUnits late={units} reporting={reporting} locale={locale} t={t} />
        </Beside>
      </div>
    </div>
  )
}
