import type { ConditionItem } from '../../db/queries/conditions'
import type { Clock } from '../../domain/escalation'
import { fill, type Messages } from '../../domain/messages'
import { LightMark } from './light'

type Props = { row: Pick<ConditionItem, 'state' | 'clock' | 'overdueDays' | 'level'>; t: Messages }

/** How it stands: closed, answered, late with an answer, or in time. */
export function ConditionMark({ row, t }: Props) {
  const { state, overdueDays, clock, level } = row
  if (state === 'solved') return <LightMark level="green">{t.labels.conditionStates.solved}</LightMark>
  if (state === 'cannot') return <LightMark level="red">{t.labels.conditionStates.cannot}</LightMark>
  if (state === 'answered') return <LightMark level="yellow">{t.desk.clock.answered}</LightMark>
  if (overdueDays > 0) return <LightMark level="red">{fill(t.desk.clock.unitLate, { days: overdueDays })}</LightMark>
  return <LightMark level="yellow">{clockWords(clock, level, t) ?? t.labels.conditionStates.open}</LightMark>
}

/** The level it stands at, and its clock while it runs. */
export function ConditionLevel({ row: { level, clock }, t }: Props) {
  const runs = clock.says !== 'answered' && clock.says !== 'closed'
  const words = runs ? clockWords(clock, level, t) : null
  return (
    <>
      {t.desk.levels[String(level)]}
      {words ? (
        <span className="soft small block" title={'dueOn' in clock ? fill(t.desk.clock.due, { day: clock.dueOn }) : undefined}>
          {words}
        </span>
      ) : null}
    </>
  )
}

/** At the third level the meeting is the clock. */
function clockWords(clock: Clock, level: number, t: Messages): string | null {
  const words = t.desk.clock
  if (clock.says === 'no-meeting') return words.noMeeting
  if (clock.says === 'not-begun') return words.notBegun
  if (clock.says === 'answered') return words.answered
  if (clock.says === 'closed') return null
  const meeting = level >= 3
  if (clock.says === 'left') return meeting ? fill(words.meetingLeft, { day: clock.dueOn }) : fill(words.left, { workdays: clock.workdays })
  if (clock.says === 'today') return meeting ? words.meetingToday : words.today
  return meeting ? fill(words.meetingOver, { day: clock.dueOn }) : fill(words.over, { days: clock.days })
}
