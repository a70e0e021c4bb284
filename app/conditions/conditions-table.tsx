import type { ConditionItem } from '../../db/queries/conditions'
import { type Day, daysBetween } from '../../domain/calendar'
import { fill, type Messages } from '../../domain/messages'
import { LightMark } from '../_components/light'
import { type Column, Table } from '../_components/table'
import { Act } from './act'

type Props = { rows: readonly ConditionItem[]; today: Day; t: Messages }

/** What is asked, of whom and since when, with the answer under it. */
export function ConditionsTable({ rows, today, t }: Props) {
  return <Table caption={t.facts.conditions.title} columns={columns(today, t)} rows={rows} keyOf={(row) => row.id} />
}

function columns(today: Day, t: Messages): Column<ConditionItem>[] {
  const words = t.facts.conditions
  return [
    { key: 'state', head: words.state, card: 'top', cell: (row) => <State row={row} today={today} t={t} /> },
    { key: 'kind', head: words.kind, card: 'top', cell: (row) => t.labels.conditionKinds[row.kind] },
    { key: 'ask', head: words.ask, card: 'title', cell: (row) => <Ask row={row} t={t} /> },
    { key: 'of', head: words.of, cell: (row) => row.askedOf ?? <span className="soft">{words.noUnit}</span> },
    { key: 'raised', head: words.raised, cell: (row) => row.raisedOn },
    { key: 'act', head: '', card: 'full', cell: (row) => <Act row={row} t={t} /> },
  ]
}

function State({ row, today, t }: { row: ConditionItem; today: Day; t: Messages }) {
  const word = t.labels.conditionStates[row.state]
  if (row.state === 'solved') return <LightMark level="green">{word}</LightMark>
  if (row.state === 'cannot') return <LightMark level="red">{word}</LightMark>
  const days = daysBetween(row.raisedOn, today)
  return <LightMark level="yellow">{fill(t.project.conditionDays, { state: word, days })}</LightMark>
}

function Ask({ row, t }: { row: ConditionItem; t: Messages }) {
  const words = t.facts.conditions
  const work = `${row.code} ${row.work}`
  const said =
    row.answeredBy && row.answeredOn
      ? fill(words.answered, { day: row.answeredOn, who: fill(t.project.someone, row.answeredBy) })
      : words.answeredUnknown
  return (
    <>
      <span lang="zh-CN">{row.ask}</span>
      <span className="soft small block" lang="zh-CN">
        {row.own ? <a href={`/projects/${row.code}`}>{work}</a> : work}
      </span>
      {row.answer ? (
        <span className="small block">
          <span className="soft">{said}</span> <span lang="zh-CN">{row.answer}</span>
        </span>
      ) : null}
      {row.closedOn ? <span className="soft small block">{fill(words.closedOn, { day: row.closedOn })}</span> : null}
    </>
  )
}
