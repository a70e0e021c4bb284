import type { MeetingItem } from '../../../db/queries/meeting-view'
import { type Day, daysBetween } from '../../../domain/calendar'
import { fill, type Messages } from '../../../domain/messages'
import { LightMark } from '../../_components/light'
import { type Column, Table } from '../../_components/table'
import { ItemActs } from './item-forms'

type Unit = { id: number; name: string }
type Props = { caption: string; items: readonly MeetingItem[]; units: readonly Unit[]; maySettle: boolean; today: Day; t: Messages }

/** The list as it is read out: 问题、措施、责任, and what became of it. */
export function ItemsTable({ caption, items, units, maySettle, today, t }: Props) {
  return <Table caption={caption} columns={columns(units, maySettle, today, t)} rows={items} keyOf={(item) => item.id} />
}

function columns(units: readonly Unit[], maySettle: boolean, today: Day, t: Messages): Column<MeetingItem>[] {
  const words = t.desk.meetings
  const all: Column<MeetingItem>[] = [
    { key: 'number', head: words.number, kind: 'figure', tight: true, cell: (item) => item.position },
    { key: 'problem', head: words.problem, card: 'title', wide: true, cell: (item) => <Problem item={item} t={t} /> },
    { key: 'measure', head: words.measure, cell: (item) => <Chinese text={item.measure} none={words.measureNone} /> },
    { key: 'duty', head: words.duty, cell: (item) => <Chinese text={dutyOf(item)} none={words.dutyNone} /> },
    { key: 'due', head: words.due, cell: (item) => <Due item={item} today={today} t={t} /> },
    { key: 'state', head: words.state, card: 'top', cell: (item) => <State item={item} t={t} /> },
  ]
  const acts: Column<MeetingItem> = {
    key: 'acts',
    head: <span className="sr">{t.facts.conditions.act}</span>,
    card: 'full',
    cell: (item) => (item.state === 'open' ? <ItemActs item={item} units={units} t={t} /> : null),
  }
  return maySettle ? [...all, acts] : all
}

const dutyOf = ({ unit, person }: MeetingItem): string | null => [unit, person].filter(Boolean).join(' · ') || null

function Chinese({ text, none }: { text: string | null; none: string }) {
  return text === null ? <span className="soft">{none}</span> : <span lang="zh-CN">{text}</span>
}

function Problem({ item: { problem, work, condition }, t }: { item: MeetingItem; t: Messages }) {
  return (
    <>
      <span lang="zh-CN">{condition ? <a href={`/conditions/${condition.id}`}>{problem}</a> : problem}</span>
      {work ? (
        <span className="soft small block" lang="zh-CN">
          <a href={`/projects/${work.code}`}>{`${work.code} ${work.name}`}</a>
        </span>
      ) : null}
      {condition ? (
        <span className="soft small block">
          {fill(t.desk.meetings.conditionState, { state: t.labels.conditionStates[condition.state] })}
          {` · ${t.desk.levels[String(condition.level)] ?? condition.level}`}
        </span>
      ) : null}
    </>
  )
}

function Due({ item: { dueOn, state }, today, t }: { item: MeetingItem; today: Day; t: Messages }) {
  const words = t.desk.meetings
  if (dueOn === null) return <span className="soft">{words.dutyNone}</span>
  if (state === 'settled' || dueOn >= today) return dueOn
  return (
    <>
      {dueOn}
      <span className="block">
        <LightMark level="red">{fill(words.dueLate, { days: daysBetween(dueOn, today) })}</LightMark>
      </span>
    </>
  )
}

function State({ item: { state, settledOn, settledBy, settledWords }, t }: { item: MeetingItem; t: Messages }) {
  const words = t.desk.meetings
  if (state === 'open') return <LightMark level="yellow">{words.open}</LightMark>
  const who = settledBy ? fill(t.project.someone, settledBy) : ''
  return (
    <>
      <LightMark level="green">{words.settled}</LightMark>
      <span className="small block">
        <span className="soft">{fill(words.settledOn, { day: settledOn ?? '—', who })}</span> <span lang="zh-CN">{settledWords}</span>
      </span>
    </>
  )
}
