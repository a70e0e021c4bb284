import type { Metadata } from 'next'
import { conditionView } from '../../../db/queries/condition-view'
import { meetingChoices } from '../../../db/queries/meetings'
import { organisationChoices } from '../../../db/queries/organisations'
import { fill } from '../../../domain/messages'
import { canCloseCondition } from '../../../domain/policy'
import { ConditionMark } from '../../_components/condition-clock'
import { PageHead } from '../../_components/page-head'
import { PrintButton } from '../../_components/print-button'
import { today } from '../../_lib/clock'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { Acts } from './acts'
import { FactsPanel } from './facts-panel'
import { History } from './history'

type Props = { params: Promise<{ id: string }> }

const idOf = (text: string): number => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await messages()).desk.view} ${idOf((await params).id)}` }
}

export default async function ConditionPage({ params }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const day = today()
  const id = idOf((await params).id)
  const view = reading(() => conditionView(actor, id, day))
  const keeps = canCloseCondition(actor)
  const meetings = keeps ? meetingChoices(actor) : []
  const called = meetings.filter(({ state }) => state === 'called')
  const props = { view, units: keeps ? organisationChoices(actor) : [], meetings, called, today: day, t }
  return (
    <div className="page">
      <PageHead
        title={`${t.desk.view} · ${t.labels.conditionKinds[view.kind]}`}
        lead={
          <>
            <ConditionMark row={view} t={t} />
            {view.closedOn ? <span className="soft"> · {fill(t.facts.conditions.closedOn, { day: view.closedOn })}</span> : null}
          </>
        }
        crumbs={[{ text: t.facts.conditions.title, href: '/conditions' }, { text: fill(t.desk.viewCrumb, { id: view.id }) }]}
      >
        <PrintButton label={t.common.print} />
      </PageHead>
      <div className="finding">
        <div>
          <FactsPanel view={view} today={day} t={t} />
          <History view={view} t={t} />
        </div>
        <div>
          <Acts {...props} />
        </div>
      </div>
    </div>
  )
}
