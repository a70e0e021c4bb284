import type { Metadata } from 'next'
import { places } from '../../../db/queries/plan'
import type { Messages } from '../../../domain/messages'
import type { PlanPlace } from '../../../domain/plan'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import { words } from '../../_lib/locale'
import { PlanNav } from '../plan-nav'
import { Chinese, Quoted } from '../words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).plan.places }
}

export default async function PlacesPage() {
  const t = await words()
  const all = places()
  const kinds = [...new Set(all.map(({ kind }) => kind))]
  return (
    <div className="page">
      <PageHead title={t.plan.places} lead={t.plan.placesLead} crumbs={[{ text: t.plan.title, href: '/plan' }, { text: t.plan.places }]} />
      <PlanNav here="places" t={t} />
      <div className="beside">
        {kinds.map((kind) => (
          <Panel
            key={kind}
            id={kind}
            title={t.labels.placeKinds[kind]}
            note={String(all.filter((place) => place.kind === kind).length)}
            flush
          >
            <Table
              caption={t.labels.placeKinds[kind]}
              columns={columns(t)}
              rows={all.filter((place) => place.kind === kind)}
              keyOf={({ code }) => code}
            />
          </Panel>
        ))}
      </div>
    </div>
  )
}

function columns(t: Messages): Column<PlanPlace>[] {
  return [
    { key: 'code', head: t.plan.code, kind: 'code', cell: ({ code }) => code },
    { key: 'name', head: t.plan.name, card: 'title', cell: ({ name }) => <Chinese>{name}</Chinese> },
    { key: 'clause', head: t.plan.clause, card: 'full', cell: ({ clause }) => <Quoted clause={clause} t={t} /> },
  ]
}
