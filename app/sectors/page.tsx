import type { Metadata } from 'next'
import { seesEnterprises } from '../../db/queries/chains'
import { sectorOverview } from '../../db/queries/sectors'
import { fill } from '../../domain/messages'
import { ExportLinks } from '../_components/export-links'
import { PageHead } from '../_components/page-head'
import { Panel } from '../_components/panel'
import { PrintButton } from '../_components/print-button'
import { reader, words } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { boxRow } from './box-rows'
import { RollupTable } from './rollup-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words()).chains.sectorsTitle }
}

export default async function SectorsPage() {
  const { actor } = await requireViewer()
  const { t } = await reader()
  const rows = reading(() => sectorOverview(actor))
  const works = rows.reduce((sum, { rollup }) => sum + rollup.works, 0)
  const bySector = rows.map(({ sector, rollup }) => ({
    key: sector,
    name: (
      <a href={`/sectors/${sector}`} className="font-song font-bold text-lead">
        {t.labels.sectors[sector]}
      </a>
    ),
    rollup,
    filter: `sector=${sector}`,
  }))
  return (
    <div className="page">
      <PageHead
        title={t.chains.sectorsTitle}
        lead={fill(seesEnterprises(actor) ? t.chains.sectorsLead : t.chains.sectorsLeadOwn, { works })}
      >
        <ExportLinks path="/sectors" title={t.chains.sectorsTitle} t={t} />
        <PrintButton label={t.common.print} />
      </PageHead>
      <div className="stack">
        <Panel flush>
          <RollupTable caption={t.chains.sectorsCaption} head={t.chains.sector} rows={bySector} t={t} />
        </Panel>
        <Panel id="boxes" title={t.chains.boxesTitle} note={t.chains.boxesNote} flush>
          <RollupTable
            caption={t.chains.boxesCaption}
            head={t.chains.box}
            rows={rows.flatMap(({ boxes }) => boxes.filter(({ planned }) => planned > 0).map((box) => boxRow(box, t)))}
            t={t}
          />
        </Panel>
      </div>
    </div>
  )
}
