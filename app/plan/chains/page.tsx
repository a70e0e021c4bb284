import type { Metadata } from 'next'
import { planChains, planProjects } from '../../../db/queries/plan'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { words } from '../../_lib/locale'
import { ChainsTable } from '../chains-table'
import { PlanNav } from '../plan-nav'
import { ChainPanel } from './chain-panel'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).plan.chains }
}

export default async function PlanChainsPage() {
  const t = await words()
  const chains = planChains()
  const projects = planProjects()
  return (
    <div className="page">
      <PageHead
        title={t.plan.chainsCaption}
        lead={t.plan.chainsLead}
        crumbs={[{ text: t.plan.title, href: '/plan' }, { text: t.plan.chains }]}
      />
      <PlanNav here="chains" t={t} />
      <div className="stack">
        <Panel flush>
          <ChainsTable chains={chains} t={t} />
        </Panel>
        {chains.map((chain) => (
          <ChainPanel key={chain.id} chain={chain} projects={projects} t={t} />
        ))}
      </div>
    </div>
  )
}
