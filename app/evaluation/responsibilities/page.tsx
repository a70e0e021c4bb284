import type { Metadata } from 'next'
import { responsibilityList } from '../../../db/queries/responsibilities'
import { fill } from '../../../domain/messages'
import { responsibilityKinds } from '../../../domain/responsibility'
import { ExportLinks } from '../../_components/export-links'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { today } from '../../_lib/clock'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { EvaluationTabs } from '../tabs'
import { AnsweredTable } from './answered-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await messages()).evaluation.responsibilities }
}

export default async function ResponsibilitiesPage() {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.evaluation
  const { rows, mayChange } = reading(() => responsibilityList(actor))
  const known = rows.filter(({ now }) => now !== null).length
  return (
    <div className="page">
      <PageHead title={words.responsibilities} lead={fill(words.responsibilitiesLead, { known, all: rows.length })}>
        <ExportLinks path="/evaluation/responsibilities" title={words.responsibilities} t={t} />
      </PageHead>
      <EvaluationTabs here="responsibilities" t={t} />
      <div className="stack">
        {responsibilityKinds.map((kind) => (
          <Panel key={kind} title={words.subjectKinds[kind]} flush>
            <AnsweredTable rows={rows.filter((row) => row.kind === kind)} kind={kind} mayChange={mayChange} today={today()} t={t} />
          </Panel>
        ))}
      </div>
    </div>
  )
}
