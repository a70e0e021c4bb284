import type { Metadata } from 'next'
import { planCandidates } from '../../../db/queries/plan'
import { fill, type Messages } from '../../../domain/messages'
import type { PlanCandidate } from '../../../domain/plan'
import { Notice } from '../../_components/notice'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { words } from '../../_lib/locale'
import { PlanNav } from '../plan-nav'
import { Chinese, Quoted } from '../words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).candidates.planTitle }
}

export default async function NamedPage() {
  const t = await words()
  const rows = planCandidates()
  const title = t.candidates.planTitle
  return (
    <div className="page">
      <PageHead title={title} lead={t.candidates.lead} crumbs={[{ text: t.plan.title, href: '/plan' }, { text: title }]} />
      <PlanNav here="candidates" t={t} />
      <Notice>{t.candidates.annex}</Notice>
      <Panel title={title} note={String(rows.length)} flush>
        <Table caption={title} columns={columns(t)} rows={rows} keyOf={({ code }) => code} />
      </Panel>
    </div>
  )
}

const columns = (t: Messages): Column<PlanCandidate>[] => [
  { key: 'code', head: t.candidates.code, kind: 'code', card: 'top', cell: ({ code }) => <span id={code}>{code}</span> },
  {
    key: 'name',
    head: t.candidates.name,
    card: 'title',
    cell: ({ name, past, like }) => (
      <>
        <Chinese>{name}</Chinese>
        {past ? <div className="soft small">{t.candidates.past}</div> : null}
        {like ? <div className="soft small">{fill(t.candidates.like, { item: like })}</div> : null}
      </>
    ),
  },
  { key: 'sector', head: t.candidates.sector, cell: ({ sector }) => (sector ? t.labels.sectors[sector] : '—') },
  { key: 'clause', head: t.candidates.clause, card: 'full', cell: ({ clause }) => <Quoted clause={clause} t={t} /> },
]
