import type { ConditionRow } from '../../../db/queries/project-record'
import { type Day, daysBetween } from '../../../domain/calendar'
import { fill, type Messages } from '../../../domain/messages'
import { LightMark } from '../../_components/light'
import { Panel } from '../../_components/panel'
import { type Column, Table } from '../../_components/table'
import type { ProjectPageProps } from './view'

/** What stands in the way, open ones first: what is asked, of whom, at which level and until when, and the answer. */
export function ConditionsPanel({ record: { conditions }, today, t }: ProjectPageProps) {
  const words = t.project
  if (conditions.length === 0) {
    return (
      <Panel title={words.conditions}>
        <p className="soft">{words.conditionsNone}</p>
      </Panel>
    )
  }
  const rows = conditions.toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open'))
  return (
    <Panel title={words.conditions} id="conditions" flush>
      <Table caption={words.conditions} columns={columns(today, t)} rows={rows} keyOf={(row) => row.id} />
    </Panel>
  )
}

function columns(today: Day, t: Messages): Column<ConditionRow>[] {
  const words = t.project
  return [
    { key: 'state', head: words.conditionState, cell: (row) => state(row, today, t) },
    { key: 'level', head: t.desk.levelHead, cell: (row) => level(row, t) },
    { key: 'kind', head: words.conditionKind, cell: (row) => t.labels.conditionKinds[row.kind] },
    {
      key: 'ask',
      head: words.conditionAsk,
      card: 'title',
      cell: (row) => (
        <>
          <a href={`/conditions/${row.id}`} lang="zh-CN">
            {row.ask}
          </a>
          {row.answer ? <span className="soft small block">{fill(words.conditionAnswer, { answer: row.answer })}</span> : null}
        </>
      ),
    },
    { key: 'of', head: words.conditionOf, cell: (row) => row.askedOf ?? <span className="soft">{words.conditionNoUnit}</span> },
    { key: 'raised', head: words.conditionRaised, kind: 'figure', cell: (row) => row.raisedOn },
    { key: 'closed', head: words.conditionClosed, kind: 'figure', cell: (row) => row.closedOn ?? '—' },
  ]
}

function state(row: ConditionRow, today: Day, t: Messages) {
  const word = t.labels.conditionStates[row.state]
  if (row.state === 'solved') return <LightMark level="green">{word}</LightMark>
  if (row.state === 'cannot') return <LightMark level="red">{word}</LightMark>
  if (row.state === 'open' && row.unitDueOn !== null && row.unitDueOn < today)
    return <LightMark level="red">{fill(t.desk.clock.unitLate, { days: daysBetween(row.unitDueOn, today) })}</LightMark>
  return <LightMark level="yellow">{fill(t.project.conditionDays, { state: word, days: daysBetween(row.raisedOn, today) })}</LightMark>
}

/** The level, and until when an answer is due while there is none. */
function level(row: ConditionRow, t: Messages) {
  const due = row.state === 'open' ? row.unitDueOn : null
  return (
    <>
      {t.desk.levels[String(row.level)] ?? row.level}
      {due ? <span className="soft small block">{fill(t.desk.panelClock, { day: due })}</span> : null}
    </>
  )
}
