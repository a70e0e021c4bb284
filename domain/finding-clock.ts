import { addDays, type Day } from './calendar'
import { type AlarmLevel, alarmLevels, type RectificationRules, type ToldRole } from './finding'

/** A version of the rules in force from a day on, until a later one is. */
export type RulesVersion = { version: number; effectiveFrom: Day; body: RectificationRules }

/** A deadline whose clock runs since a day; `posted` = what was said of it already. */
export type RunningDeadline = { dueOn: Day; since: Day; posted: readonly AlarmLevel[] }

export type Alarm = { level: AlarmLevel; onDay: Day; tell: readonly ToldRole[]; ruleVersion: number }

/** The day from which a level is true of a deadline under one version of the rules. */
export function levelDay(dueOn: Day, level: AlarmLevel, { warnDaysBefore, overdueDays }: RectificationRules): Day {
  return addDays(dueOn, level === 'warning' ? -warnDaysBefore : overdueDays[level])
}

/**
 * What is to be said of a deadline up to today and was not said yet, in order: each level on the first day on which the clock runs and the rules
 * in force on that day make it true. A server that was off says the same days later.
 */
export function dueAlarms({ dueOn, since, posted }: RunningDeadline, today: Day, rules: readonly RulesVersion[]): Alarm[] {
  const alarms = alarmLevels.flatMap((level) => {
    const alarm = posted.includes(level) ? null : firstAlarm(level, dueOn, since, today, rules)
    // After the deadline nobody is warned of it.
    return alarm === null || (level === 'warning' && alarm.onDay > dueOn) ? [] : [alarm]
  })
  return alarms.sort((a, b) =>
    a.onDay === b.onDay ? alarmLevels.indexOf(a.level) - alarmLevels.indexOf(b.level) : a.onDay < b.onDay ? -1 : 1,
  )
}

function firstAlarm(level: AlarmLevel, dueOn: Day, since: Day, today: Day, rules: readonly RulesVersion[]): Alarm | null {
  for (const { from, to, rule } of spans(since, today, rules)) {
    const onDay = later(from, levelDay(dueOn, level, rule.body))
    if (onDay <= to) return { level, onDay, tell: rule.body.tell[level], ruleVersion: rule.version }
  }
  return null
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)

type Span = { from: Day; to: Day; rule: RulesVersion }

/** `since` … `today` cut where another version comes into force. */
function spans(since: Day, today: Day, rules: readonly RulesVersion[]): Span[] {
  const turns = [
    ...new Set([since, ...rules.map(({ effectiveFrom }) => effectiveFrom).filter((day) => day > since && day <= today)]),
  ].sort()
  return turns.flatMap((from, index) => {
    const rule = ruleOn(from, rules)
    const next = turns[index + 1]
    return rule ? [{ from, to: next ? addDays(next, -1) : today, rule }] : []
  })
}

/** The latest version in force on a day; the first one when the day lies before all of them. */
export function ruleOn(day: Day, rules: readonly RulesVersion[]): RulesVersion | undefined {
  const byVersion = [...rules].sort((a, b) => a.version - b.version)
  return byVersion.filter(({ effectiveFrom }) => effectiveFrom <= day).at(-1) ?? byVersion[0]
}
