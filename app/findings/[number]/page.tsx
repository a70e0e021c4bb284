import type { Metadata } from 'next'
import { findingView } from '../../../db/queries/finding-view'
import { organisationChoices } from '../../../db/queries/organisations'
import { fill } from '../../../domain/messages'
import { canAssignFinding } from '../../../domain/policy'
import { FindingStateMark } from '../../_components/finding-state'
import { PageHead } from '../../_components/page-head'
import { today } from '../../_lib/clock'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { Acts } from './acts'
import { ExtensionPanel, WithdrawalPanel } from './decisions-panel'
import { FactsPanel } from './facts-panel'
import { Timeline } from './timeline'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await messages()).findings.factsTitle} ${decodeURIComponent((await params).number).slice(0, 20)}` }
}

export default async function FindingPage({ params }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const { number } = await params
  const day = today()
  const view = reading(() => findingView(actor, number, day))
  const { findingCategories, findingSeverities } = t.labels
  const props = { view, units: canAssignFinding(actor) ? organisationChoices(actor) : [], today: day, t }
  const waiting = view.extensions.filter(({ status }) => status === 'submitted')
  return (
    <div className="page">
      <PageHead
        title={view.number}
        lead={
          <>
            {findingCategories[view.category]} · {findingSeverities[view.severity]} · <FindingStateMark row={view} today={day} t={t} />
            {view.state === 'assigned' && view.acknowledgeDueOn ? (
              <span className="soft"> · {fill(t.findings.acknowledgeDue, { day: view.acknowledgeDueOn })}</span>
            ) : null}
            {view.closedOn ? <span className="soft"> · {fill(t.findings.closedOn, { day: view.closedOn })}</span> : null}
          </>
        }
        crumbs={[{ text: t.findings.title, href: '/findings' }, { text: view.number }]}
      />
      <div className="finding">
        <div>
          <FactsPanel view={view} t={t} />
          <Timeline view={view} t={t} />
        </div>
        <div>
          <Acts {...props} />
          {waiting.map((extension) => (
            <ExtensionPanel key={extension.id} extension={extension} {...props} />
          ))}
          <WithdrawalPanel {...props} />
        </div>
      </div>
    </div>
  )
}
