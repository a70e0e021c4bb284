import type { Metadata } from 'next'
import { planTargets } from '../../../db/queries/plan'
import { fill, type Messages } from '../../../domain/messages'
import type { PlanTarget } from '../../../domain/plan'
import { Unknown } from '../../_components/money'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { words } from '../../_lib/locale'
import { PlanNav } from '../plan-nav'
import { AtLine, Chinese } from '../words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).plan.targets }
}

export default async function TargetsPage() {
  const t = await words()
  const targets = planTargets()
  return (
    <div className="page">
      <PageHead
        title={t.plan.targetsCaption}
        lead={fill(t.plan.targetsLead, { count: targets.length })}
        crumbs={[{ text: t.plan.title, href: '/plan' }, { text: t.plan.targets }]}
      />
      <PlanNav here="targets" t={t} />
      <Panel flush>
        <Table caption={t.plan.targetsCaption} columns={columns(t)} rows={targets} keyOf={({ code }) => code} />
      </Panel>
    </div>
  )
}

function columns(t: Messages): Column<PlanTarget>[] {
  return [
    { key: 'code', head: t.plan.code, kind: 'code', cell: ({ code }) => code },
    { key: 'name', head: t.plan.indicator, card: 'title', cell: ({ name }) => <Chinese>{name}</Chinese> },
    { key: 'words', head: t.plan.figure, card: 'full', cell: ({ text }) => <q lang="zh-CN">{text}</q> },
    { key: 'year', head: t.plan.year, kind: 'figure', cell: ({ year }) => year ?? <Unknown why={t.plan.noYearWhy} /> },
    { key: 'clause', head: t.plan.clause, cell: ({ clause }) => <AtLine clause={clause} t={t} /> },
  ]
}
