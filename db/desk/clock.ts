import type { Day } from '../../domain/calendar'
import { type ClockRules, dueEscalations, type Escalation, levelDueOn } from '../../domain/escalation'
import type { Reader } from '../client'
import { escalationRules, holidays } from '../queries/rules'
import type { conditions } from '../schema'

export type ConditionRow = typeof conditions.$inferSelect

export function clockRules(db: Reader, day: Day): ClockRules {
  const { version, body } = escalationRules(db, day)
  return { version, body, holidays: holidays(db, day).body }
}

/** The clock of a level that begins on a day, under the rules of that day. */
export function clockFrom(db: Reader, level: number, since: Day) {
  const { version, body, holidays: off } = clockRules(db, since)
  return { columns: { level, levelSince: since, levelDueOn: levelDueOn(since, level, body, off) }, ruleVersion: version }
}

/** Whoever is asked, or asked again, has the first level's time to answer. */
export function unitClock(db: Reader, since: Day): { unitDueOn: Day | null } {
  const { body, holidays: off } = clockRules(db, since)
  return { unitDueOn: levelDueOn(since, 1, body, off) }
}

/** What the clock has to say of a condition up to today; it stands still while there is an answer. */
export const unsaidEscalations = (db: Reader, { state, level, levelDueOn: dueOn }: ConditionRow, today: Day): Escalation[] =>
  state === 'open' ? dueEscalations({ level, dueOn }, today, (day) => clockRules(db, day)) : []
