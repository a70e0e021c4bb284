import type { Metadata } from 'next'
import { townOverview } from '../../db/queries/towns'
import { ExportLinks } from '../_components/export-links'
import { PageHead } from '../_components/page-head'
import { Panel } from '../_components/panel'
import { PrintButton } from '../_components/print-button'
import { words as messages } from '../_lib/locale'
import { reading } from '../_lib/reading'
import { requireViewer } from '../_lib/session'
import { TownTiles } from './town-tiles'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).outlook.townsTitle }
}

export default async function TownsPage() {
  const { actor } = await requireViewer()
  const t = await messages()
  const rows = reading(() => townOverview(actor))
  return (
    <div className="page page-wide">
      <PageHead title={t.outlook.townsTitle} lead={t.outlook.townsLead}>
        <ExportLinks path="/towns" title={t.outlook.townsTitle} t={t} />
        <PrintButton label={t.common.print} />
      </PageHead>
      <Panel>
        <TownTiles rows={rows} t={t} />
      </Panel>
    </div>
  )
}
