import { fill, type Messages } from '../../../../domain/messages'
import { dateState } from '../../../../domain/milestone-plan'
import { canWithdraw } from '../../../../domain/policy'
import { ActionForm, DayField, Hidden, Submit, WordsField } from '../../../_components/form'
import { slipWords } from '../../../_components/milestone-state'
import { Unknown } from '../../../_components/money'
import { Panel } from '../../../_components/panel'
import { SheetButton } from '../../../_components/sheet-button'
import { Version } from '../../../_components/stale'
import { type Column, Table } from '../../../_components/table'
import { askChange, takeBack } from './actions'
import { bothVersions, type MilestonesView, type ShownMilestone } from './view'

/** Original, current plan, forecast and the day it was met; a change is asked for with its reason. */
export function DatesPanel(view: MilestonesView) {
  const { milestones, t } = view
  const told = milestones.filter((milestone) => dateState(milestone) !== 'bare')
  if (told.length === 0) return null
  return (
    <Panel title={t.milestones.dated} flush>
      <Table caption={t.milestones.dated} columns={columns(view)} rows={told} keyOf={(row) => row.id} />
    </Panel>
  )
}

function columns(view: MilestonesView): Column<ShownMilestone>[] {
  const { t } = view
  const words = t.milestones
  const day = (value: string | null) => value ?? <Unknown why={words.noDate} />
  return [
    {
      key: 'name',
      head: words.name,
      card: 'title',
      cell: (row) => <span title={`${row.words.definition} · ${words.proof}${t.common.colon}${row.words.proof}`}>{row.words.name}</span>,
    },
    { key: 'original', head: words.original, cell: (row) => day(row.originalOn) },
    { key: 'baseline', head: words.baseline, cell: (row) => day(row.baselineOn) },
    { key: 'forecast', head: words.forecast, cell: (row) => day(row.forecastOn) },
    { key: 'met', head: words.met, cell: (row) => (row.metOn ? <span className="good">{row.metOn}</span> : day(null)) },
    { key: 'state', head: words.state, card: 'full', cell: (row) => <State row={row} view={view} /> },
    { key: 'act', head: '', card: 'full', cell: (row) => <Act row={row} view={view} /> },
  ]
}

/** What waits comes first; otherwise how the day it was met, or today, lies to the plan. */
function State({ row, view: { today, t } }: { row: ShownMilestone; view: MilestonesView }) {
  const words = t.milestones
  const state = dateState(row)
  if (row.waiting) {
    const { kind, previousOn: from, plannedOn: to } = row.waiting
    return (
      <span className="slow">
        {kind === 'first' ? fill(words.waitsFirst, { day: to }) : fill(words.waitsChange, { from: from ?? '—', to })}
      </span>
    )
  }
  const slip = slipWords(row, today, t)
  if (state === 'met') return <span className="good">{[words.states.met, slip].filter(Boolean).join(' · ')}</span>
  return <span className={slip ? 'late' : undefined}>{slip ?? words.states[state]}</span>
}

function Act({ row, view: { actor, work, t } }: { row: ShownMilestone; view: MilestonesView }) {
  if (row.waiting) return canWithdraw(actor, row.waiting) ? <Withdraw id={row.waiting.id} t={t} /> : null
  if (row.metOn !== null || work.stage === 'withdrawn') return null
  return <Change row={row} t={t} />
}

function Withdraw({ id, t }: { id: number; t: Messages }) {
  return (
    <ActionForm action={takeBack}>
      <Hidden name="id" value={id} />
      <Submit look="plain">{t.milestones.withdraw}</Submit>
    </ActionForm>
  )
}

function Change({ row, t }: { row: ShownMilestone; t: Messages }) {
  const words = t.milestones
  const last = row.dates[0]
  const returned = last?.status === 'returned' && last.kind === 'change' ? last : null
  return (
    <SheetButton text={words.change} title={fill(words.changeOf, { name: row.words.name })} t={t}>
      <ActionForm action={askChange} className="form mt-2">
        <p className="soft">{fill(words.changeFrom, { day: row.baselineOn ?? '—' })}</p>
        {returned ? (
          <p className="slow">{fill(words.returned, { day: returned.plannedOn, reason: returned.decisionReason ?? '' })}</p>
        ) : null}
        <Hidden name="milestoneId" value={row.id} />
        <Version version={row.version} text={bothVersions(t)} fields={[{ name: 'plannedOn', label: words.newDate }]} />
        <DayField name="plannedOn" label={words.newDate} defaultValue={returned?.plannedOn} />
        <WordsField name="reason" label={words.reason} hint={words.reasonHint} maxLength={500} rows={2} defaultValue={returned?.reason} />
        <div className="form-end">
          <Submit>{words.changeSend}</Submit>
        </div>
      </ActionForm>
    </SheetButton>
  )
}
