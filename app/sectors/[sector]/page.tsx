import type { Metadata } from 'next'
import { sectorDetail } from '../../../db/queries/sectors'
import { fill } from '../../../domain/messages'
import { type Sector, sectors } from '../../../domain/plan'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { PrintButton } from '../../_components/print-button'
import { reader, words } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { boxRow } from '../box-rows'
import { Quantities } from '../quantities'
import { type RollupRow, RollupTable } from '../rollup-table'

type Props = { params: Promise<{ sector: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await words()
  const { sector } = await params
  return { title: sectors.includes(sector as Sector) ? t.labels.sectors[sector as Sector] : t.chains.sectorsTitle }
}

export default async function SectorPage({ params }: Props) {
  const [{ actor }, { locale, t }, asked] = await Promise.all([requireViewer(), reader(), params])
  const { sector, rollup, boxes, beyond, quantities } = reading(() => sectorDetail(actor, asked.sector))
  const name = t.labels.sectors[sector]
  const whole: RollupRow = { key: 'all', name: <strong>{t.chains.sumAll}</strong>, rollup, filter: `sector=${sector}` }
  const outside: RollupRow[] = beyond ? [{ key: 'beyond', name: t.chains.beyondPlan, rollup: beyond, filter: null }] : []
  return (
    <div className="page">
      <PageHead
        title={name}
        lead={fill(t.chains.boxWorks, { works: rollup.works })}
        crumbs={[{ text: t.chains.sectorsTitle, href: '/sectors' }, { text: name }]}
      >
        <a className="button" href={`/projects?sector=${sector}`}>
          {t.nav.projects}
        </a>
        <PrintButton label={t.common.print} />
      </PageHead>
      <div className="stack">
        <Panel title={t.chains.boxesTitle} note={t.chains.boxesNote} flush>
          <RollupTable
            caption={t.chains.boxesCaption}
            head={t.chains.box}
            rows={[whole, ...boxes.map((box) => boxRow(box, t)), ...outside]}
            t={t}
          />
        </Panel>
        <Quantities rows={quantities} locale={locale} t={t} />
      </div>
    </div>
  )
}
