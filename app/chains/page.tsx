import type { Metadata } from 'next'
import { statisticsInForce } from '../../db/queries/chain-statistics'
import { type ChainRow, chainOverview, chainSum, seesEnterprises, targetYear } from '../../db/queries/chains'
import { openConditions, worksByLight } from '../../db/queries/decisions'
import { monthReporting } from '../../db/queries/month-report'
import { leadsInForce } from '../../db/queries/register-leads'
import { fill, type Messages } from '../../domain/messages'
import { atLeast, formatYi } from '../../domain/money'
import { Decisions } from '../_components/decisions'
import { ExportLinks } from '../_components/export-links'
import { PageHead } from '../_components/page-head'
import { Beside, Panel } from '../_components/panel'
import { PrintButton } from '../_components/print-button'
import { Reporting } from '../_components/reporting'
import { silentChains } from '../_components/silent-chains'
import { today } from '../_lib/clock'
import { reader, words } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { ChainsTable } from './chains-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).nav.chains }
}

export default async function ChainsPage() {
  const { actor } = await requireViewer()
  const { locale, t } = await reader()
  const day = today()
  const rows = reading(() => chainOverview(actor, day))
  const inside = seesEnterprises(actor)
  const statistics = statisticsInForce(
    actor,
    rows.map(({ chain }) => chain.id),
    targetYear(),
  )
  return (
    <div className="page">
      <PageHead title={fill(t.chains.title, { year: targetYear() })} lead={inside ? t.chains.lead : t.chains.leadOwner}>
        <ExportLinks path="/chains" title={t.nav.chains} t={t} />
        <PrintButton label={t.common.print} />
      </PageHead>
      <div className="stack">
        <Panel flush>
          <ChainsTable rows={rows} statistics={statistics} leads={leadsInForce(actor)} inside={inside} locale={locale} t={t} />
        </Panel>
        <p className="soft small px-0.5">{sumWords(rows, t)}</p>
        <Beside>
          <Decisions
            conditions={openConditions(actor, day, 4)}
            red={worksByLight(actor, ['red'], 4)}
            silent={inside ? silentChains(rows, t) : []}
            t={t}
          />
          <Reporting reporting={monthReporting(actor, day)} locale={locale} t={t} />
        </Beside>
      </div>
    </div>
  )
}

/** Derived, of mixed measures: the sentence says so, and of how many chains. */
function sumWords(rows: readonly ChainRow[], t: Messages): string {
  const { target, output, enterprises, partial } = chainSum(rows)
  const sum = partial && output.yuan !== null ? `≥ ${formatYi(output.yuan)}` : atLeast(output, formatYi)
  return fill(t.chains.sum, {
    target: formatYi(target.yuan),
    chains: target.known,
    output: sum,
    told: output.known,
    known: enterprises.known,
    all: enterprises.all,
  })
}
