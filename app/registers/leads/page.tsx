import type { Metadata } from 'next'
import { leadRegister } from '../../../db/queries/register-leads'
import { fill } from '../../../domain/messages'
import { ExportLinks } from '../../_components/export-links'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { PrintButton } from '../../_components/print-button'
import { today } from '../../_lib/clock'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { RegisterTabs } from '../tabs'
import { LeadsTable } from './leads-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).registers.leads }
}

export default async function LeadsPage() {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.registers
  const chains = reading(() => leadRegister(actor))
  const known = chains.filter(({ now }) => now !== null).length
  return (
    <div className="page">
      <PageHead title={words.leads} lead={fill(words.leadsLead, { known, all: chains.length })}>
        <ExportLinks path="/registers/leads" title={words.leads} t={t} />
        <PrintButton label={t.common.print} />
      </PageHead>
      <RegisterTabs here="leads" t={t} />
      <Panel flush>
        <LeadsTable rows={chains} today={today()} t={t} />
      </Panel>
    </div>
  )
}
