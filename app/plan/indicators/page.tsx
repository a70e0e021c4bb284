import type { Metadata } from 'next'
import { indicatorMatrix } from '../../../db/queries/indicators'
import { indicators, indicators13 } from '../../../db/queries/plan'
import { canReadYear } from '../../../domain/policy'
import { ExportLinks } from '../../_components/export-links'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { today } from '../../_lib/clock'
import { words } from '../../_lib/locale'
import { viewer } from '../../_lib/session'
import { PlanNav } from '../plan-nav'
import { IndicatorsTable } from './indicators-table'
import { PastTable } from './past-table'
import { ValuesPanel } from './values-panel'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).plan.indicators }
}

export default async function IndicatorsPage() {
  const t = await words()
  const rows = indicators()
  const reader = (await viewer())?.actor
  const matrix = reader && canReadYear(reader) ? indicatorMatrix(reader, today()) : null
  const groups = [...new Set(rows.map(({ group }) => group))]
  return (
    <div className="page">
      <PageHead
        title={t.plan.indicatorsCaption}
        lead={`${t.plan.indicatorsLead} ${t.plan.indicatorsNote}`}
        crumbs={[{ text: t.plan.title, href: '/plan' }, { text: t.plan.indicators }]}
      >
        <ExportLinks path="/plan/indicators" title={t.plan.indicators} t={t} />
      </PageHead>
      <PlanNav here="indicators" t={t} />
      <div className="stack">
        {groups.map((group) => (
          <Panel key={group} title={<span lang="zh-CN">{group}</span>} flush>
            <IndicatorsTable rows={rows.filter((row) => row.group === group)} caption={group} t={t} />
          </Panel>
        ))}
        {matrix ? <ValuesPanel matrix={matrix} t={t} /> : null}
        <Panel id="past" title={t.plan.pastCaption} note={t.plan.pastNote} flush>
          <PastTable rows={indicators13()} t={t} />
        </Panel>
      </div>
    </div>
  )
}
