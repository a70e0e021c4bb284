import { type Day, lastDay, type Quarter, quarterEnd, quarterStart } from './calendar'
import type { AlarmLevel, RectificationRules } from './finding'
import { levelDay } from './finding-clock'
import { clockRuns, type FindingState } from './finding-workflow'

export type OpenFinding = { state: FindingState; dueOn: Day | null; closedOn: Day | null; carriedHere: boolean; ofRound: boolean }
export type Period = { from: Day; to: Day }

/** The quarter, as far as it has gone. */
export function bulletinPeriod(quarter: Quarter, today: Day): Period {
  const end = lastDay(quarterEnd(quarter))
  return { from: `${quarterStart(quarter)}-01`, to: today < end ? today : end }
}

/** 蓝 → 黄 → 红 by the calendar, whatever has been posted. null = in time, or nobody's turn. */
export function overdueLevel(
  { state, dueOn }: Pick<OpenFinding, 'state' | 'dueOn'>,
  today: Day,
  rules: RectificationRules,
): AlarmLevel | null {
  if (dueOn === null || !clockRuns(state)) return null
  const levels = ['red', 'yellow', 'blue'] as const
  return levels.find((level) => levelDay(dueOn, level, rules) <= today) ?? null
}

/** A finding that was withdrawn counts nowhere. */
export function rectificationOf(findings: readonly OpenFinding[], period: Period, today: Day, rules: RectificationRules) {
  const counted = findings.filter(({ state }) => state !== 'withdrawn')
  const isIn = (day: Day | null): boolean => day !== null && day >= period.from && day <= period.to
  const due = counted.filter(({ dueOn }) => isIn(dueOn))
  const levels = counted.map((finding) => overdueLevel(finding, today, rules))
  return {
    found: counted.filter(({ ofRound }) => ofRound).length,
    due: due.length,
    dueClosed: due.filter(({ state }) => state === 'closed').length,
    closed: counted.filter(({ state, closedOn }) => state === 'closed' && isIn(closedOn)).length,
    overdueBlue: levels.filter((level) => level === 'blue').length,
    overdueYellow: levels.filter((level) => level === 'yellow').length,
    overdueRed: levels.filter((level) => level === 'red').length,
    carried: counted.filter(({ carriedHere }) => carriedHere).length,
    all: counted.length,
  }
}
