import type { Metadata } from 'next'
import { chapterTen } from '../../../db/queries/plan'
import type { Messages } from '../../../domain/messages'
import type { ChapterTenEntry } from '../../../domain/plan'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { words } from '../../_lib/locale'
import { PlanNav } from '../plan-nav'
import { Chinese, Quoted } from '../words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).plan.chapterTen }
}

export default async function ChapterTenPage() {
  const t = await words()
  const entries = chapterTen()
  const groups = [...new Set(entries.map(({ group }) => group))]
  return (
    <div className="page">
      <PageHead
        title={t.plan.chapterTen}
        lead={t.plan.chapterTenLead}
        crumbs={[{ text: t.plan.title, href: '/plan' }, { text: t.plan.chapterTen }]}
      />
      <PlanNav here="chapterTen" t={t} />
      <div className="stack">
        {groups.map((group) => (
          <Panel key={group} id={group} title={t.labels.chapterTenGroups[group]} flush>
            <Table
              caption={t.labels.chapterTenGroups[group]}
              columns={columns(t)}
              rows={entries.filter((entry) => entry.group === group)}
              keyOf={({ code }) => code}
            />
          </Panel>
        ))}
      </div>
    </div>
  )
}

function columns(t: Messages): Column<ChapterTenEntry>[] {
  return [
    { key: 'code', head: t.plan.code, kind: 'code', cell: ({ code }) => code },
    { key: 'name', head: t.plan.name, card: 'title', cell: ({ name }) => <Chinese>{name}</Chinese> },
    { key: 'clause', head: t.plan.clause, card: 'full', cell: ({ clause }) => <Quoted clause={clause} t={t} /> },
  ]
}
