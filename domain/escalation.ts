import { z } from 'zod'
import { addDays, addWorkdays, type Day, daysBetween, type Holidays, isWorkday } from './calendar'
import type { ConditionState } from './condition'

export const escalationLevels = [1, 2, 3] as const
export type EscalationLevel = (typeof escalationLevels)[number]
export const lastLevel = 3

/** Who is asked: the unit named, the leader in charge, the next meeting of the county's leaders or the joint one. */
export const escalationAsks = ['unit', 'leader', 'meeting'] as const
export type EscalationAsk = (typeof escalationAsks)[number]

/** `workdays` = how long a level has before the next one is asked; null = until the next meeting. */
export const escalationRules = z.strictObject({
  levels: z
    .array(
      z.strictObject({
        level: z.number().int().min(1).max(3),
        asks: z.enum(escalationAsks),
        workdays: z.number().int().min(1).max(250).nullable(),
      }),
    )
    .length(3),
})
export type EscalationRules = z.output<typeof escalationRules>

export const ruleOfLevel = ({ levels }: EscalationRules, level: number) => levels.find((rule) => rule.level === level)

/** The last day of a level that began on `since`; null where the next meeting is the day. */
export function levelDueOn(since: Day, level: number, rules: EscalationRules, holidays: Holidays): Day | null {
  const workdays = ruleOfLevel(rules, level)?.workdays ?? null
  return workdays === null ? null : addWorkdays(since, workdays, holidays)
}

/** The rules of a day, for a clock that may have run while they changed. */
export type ClockRules = { version: number; body: EscalationRules; holidays: Holidays }
export type Standing = { level: number; dueOn: Day | null }
export type Escalation = { level: number; onDay: Day; dueOn: Day | null; ruleVersion: number }

/**
 * What the clock has to say up to today of a condition nobody has answered: the day after a level's last day the next one is asked. A server that
 * was off says the same days later.
 */
export function dueEscalations({ level, dueOn }: Standing, today: Day, rulesOn: (day: Day) => ClockRules): Escalation[] {
  if (level >= lastLevel || dueOn === null || dueOn >= today) return []
  const onDay = addDays(dueOn, 1)
  const { version, body, holidays } = rulesOn(onDay)
  const next = { level: level + 1, dueOn: levelDueOn(onDay, level + 1, body, holidays) }
  return [{ ...next, onDay, ruleVersion: version }, ...dueEscalations(next, today, rulesOn)]
}

/** Working days after `from` up to `to`, the last included; 0 when `to` is not later. */
export function workdaysUntil(from: Day, to: Day, holidays: Holidays): number {
  const days = Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, index) => addDays(from, index + 1))
  return days.filter((day) => isWorkday(day, holidays)).length
}

/** How a clock is read: working days left, or calendar days over. */
export type Clock =
  | { says: 'left'; workdays: number; dueOn: Day }
  | { says: 'today'; dueOn: Day }
  | { says: 'over'; days: number; dueOn: Day }
  /** At the level of the meeting, and none has been called. */
  | { says: 'no-meeting' }
  | { says: 'not-begun' }
  | { says: 'answered' }
  | { says: 'closed' }

type Ticking = { state: ConditionState; level: number; dueOn: Day | null }

export function clockOf({ state, level, dueOn }: Ticking, today: Day, holidays: Holidays): Clock {
  if (state === 'answered') return { says: 'answered' }
  if (state !== 'open') return { says: 'closed' }
  if (dueOn === null) return { says: level >= lastLevel ? 'no-meeting' : 'not-begun' }
  if (dueOn < today) return { says: 'over', days: daysBetween(dueOn, today), dueOn }
  return dueOn === today ? { says: 'today', dueOn } : { says: 'left', workdays: workdaysUntil(today, dueOn, holidays), dueOn }
}
