import type { Metadata } from 'next'
import { meetingCandidates } from '../../../db/queries/meeting-candidates'
import { type MeetingView, meetingView } from '../../../db/queries/meeting-view'
import { organisationChoices } from '../../../db/queries/organisations'
import { fill, type Messages } from '../../../domain/messages'
import { Empty } from '../../_components/empty'
import { ExportLinks } from '../../_components/export-links'
import { PageHead } from '../../_components/page-head'
import { Panel } from '../../_components/panel'
import { PrintButton } from '../../_components/print-button'
import { today } from '../../_lib/clock'
import { words as messages } from '../../_lib/locale'
import { reading } from '../../_lib/reading'
import { requireViewer } from '../../_lib/session'
import { Candidates } from './candidates'
import { HeadForms } from './head-forms'
import { ItemsTable } from './items-table'

type Props = { params: Promise<{ id: string }> }

const idOf = (text: string): number => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await messages()).desk.meetings.title} ${idOf((await params).id)}` }
}

export default async function MeetingPage({ params }: Props) {
  const { actor } = await requireViewer()
  const t = await messages()
  const words = t.desk.meetings
  const id = idOf((await params).id)
  const view = reading(() => meetingView(actor, id))
  const units = view.maySettle ? organisationChoices(actor) : []
  const props = { units, maySettle: view.maySettle, today: today(), t }
  const carried = view.items.filter((item) => item.carried)
  const fresh = view.items.filter((item) => !item.carried)
  return (
    <div className="page page-wide">
      <PageHead
        title={<span lang="zh-CN">{view.title}</span>}
        lead={<Lead view={view} t={t} />}
        crumbs={[{ text: words.title, href: '/meetings' }, { text: fill(words.crumb, { day: view.heldOn }) }]}
      >
        {view.items.length > 0 ? <ExportLinks path={`/meetings/${id}`} title={view.title} t={t} /> : null}
        <PrintButton label={t.common.print} />
      </PageHead>
      {view.mayList ? <HeadForms view={view} units={units} t={t} /> : null}
      <div className="stack">
        {view.items.length === 0 ? (
          <Panel title={words.list}>
            <Empty title={words.listNone}>{view.mayList ? words.listNoneHint : null}</Empty>
          </Panel>
        ) : null}
        {carried.length > 0 ? (
          <Panel title={words.carriedHead} note={String(carried.length)} flush>
            <ItemsTable caption={words.carriedHead} items={carried} {...props} />
          </Panel>
        ) : null}
        {fresh.length > 0 ? (
          <Panel title={words.newHead} note={String(fresh.length)} flush>
            <ItemsTable caption={words.newHead} items={fresh} {...props} />
          </Panel>
        ) : null}
        {view.mayList ? (
          <div className="stack no-print">
            <Candidates meetingId={id} candidates={meetingCandidates(actor, today())} t={t} />
          </div>
        ) : null}
      </div>
    </div>
  )
}

function Lead({ view, t }: { view: MeetingView; t: Messages }) {
  const words = t.desk.meetings
  const open = view.items.filter(({ state }) => state === 'open').length
  const parts = [
    fill(words.viewLead, { kind: words.kinds[view.kind], day: view.heldOn }),
    view.place ? fill(words.placeIs, { place: view.place }) : null,
    view.caller ? fill(words.calledBy, { who: fill(t.project.someone, view.caller) }) : null,
    fill(words.itemsOf, { items: view.items.length, open }),
    view.closedOn ? fill(words.closedOn, { day: view.closedOn }) : words.states[view.state],
  ]
  return parts.filter((part) => part !== null).join(' · ')
}
