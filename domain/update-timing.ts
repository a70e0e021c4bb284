import type { Day, Holidays, Month } from './calendar'
import { type DutyFacts, type DutyRules, isDue, lateDay, reportingFrom, type Try } from './duty'
import type { Timing } from './update'

/** On time, late, or back-filled: a month that was not asked for, or from before anybody could report, is never late. */
export function timingOf(
  period: Month,
  tries: readonly Try[],
  submittedOn: Day,
  dueOn: Day,
  facts: DutyFacts,
  rules: DutyRules,
  holidays: Holidays,
): Timing {
  const from = reportingFrom(facts)
  if (from === null || period < from) return 'back-filled'
  if (submittedOn > dueOn && !isDue(facts, period, rules)) return 'back-filled'
  const attempt: Try = { status: 'submitted', submittedOn, decidedOn: null, backfilled: false }
  return lateDay([...tries, attempt], dueOn, rules, holidays) === null ? 'on-time' : 'late'
}
