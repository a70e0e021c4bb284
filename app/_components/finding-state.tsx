import type { FindingLine } from '../../db/queries/finding-list'
import { type Day, daysBetween } from '../../domain/calendar'
import { fill, type Messages } from '../../domain/messages'
import { AlarmMark } from './alarm-mark'
import { LightMark } from './light'

type Props = {
  row: Pick<FindingLine, 'state' | 'overdueDays' | 'unassignedDays' | 'alarm' | 'dueOn' | 'closedOn' | 'recheckDueOn'>
  today: Day
  t: Messages
}

/** How a finding stands: its state, and under it what its clock says. */
export function FindingStateMark({ row, today, t }: Props) {
  const word = t.labels.findingStates[row.state]
  if (row.state === 'closed') return <LightMark level="green">{word}</LightMark>
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className={row.state === 'withdrawn' ? 'soft' : undefined}>{word}</span>
      <Clock row={row} today={today} t={t} />
    </span>
  )
}

function Clock({ row, today, t }: Props) {
  const words = t.findings
  const { alarm, overdueDays, unassignedDays, dueOn, state, recheckDueOn } = row
  if (state === 'recheck-due' && recheckDueOn) return <span className="soft small">{fill(words.recheckBy, { day: recheckDueOn })}</span>
  if (unassignedDays) return <span className="soft small">{fill(words.unassignedFor, { days: unassignedDays })}</span>
  if (overdueDays > 0) {
    const level = alarm === null || alarm === 'warning' ? 'blue' : alarm
    return <AlarmMark level={level}>{fill(words.overdue, { level: t.labels.alarmLevels[level], days: overdueDays })}</AlarmMark>
  }
  if (alarm !== 'warning' || dueOn === null) return null
  const left = daysBetween(today, dueOn)
  return <AlarmMark level="warning">{left === 0 ? words.dueToday : fill(words.dueSoon, { days: left })}</AlarmMark>
}
