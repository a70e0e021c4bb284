import { addDays, type Day, lastDay, type Quarter, quarterEnd, quarterStart } from './calendar'
import type { AlarmLevel, RectificationRules } from './finding'
import { clockRuns, type FindingState } from './finding-workflow'

/** `dueOn` = the deadline in force; `dueIn` = the last of all deadlines ever set that lie in the period, whatever was set afterwards. */
export type OpenFinding = {
  state: FindingState
  dueOn: Day | null
  dueIn: Day | null
  closedOn: Day | null
  carriedHere: boolean
  ofRound: boolean
}
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
  return levelOf({ state, dueOn }, lastDeadlines(today, rules))
}

const levels = ['red', 'yellow', 'blue'] as const
type Reached = { level: AlarmLevel; by: Day }[]

/** The latest deadlines of which each level is true by a day: reckoned once for many findings. */
const lastDeadlines = (today: Day, { overdueDays }: RectificationRules): Reached =>
  levels.map((level) => ({ level, by: addDays(today, -overdueDays[level]) }))

function levelOf({ state, dueOn }: Pick<OpenFinding, 'state' | 'dueOn'>, reached: Reached): AlarmLevel | null {
  if (dueOn === null || !clockRuns(state)) return null
  return reached.find(({ by }) => dueOn <= by)?.level ?? null
}

const isClosedInTime = ({ state, dueIn, closedOn }: OpenFinding): boolean =>
  state === 'closed' && closedOn !== null && dueIn !== null && closedOn <= dueIn

/** A finding that was withdrawn counts nowhere; one that was sent back or given more time still fell due in its quarter. */
export function rectificationOf(findings: readonly OpenFinding[], period: Period, today: Day, rules: RectificationRules) {
  const counted = findings.filter(({ state }) => state !== 'withdrawn')
  const isIn = (day: Day | null): boolean => day !== null && day >= period.from && day <= period.to
  const due = counted.filter(({ dueIn }) => dueIn !== null)
  const reached = lastDeadlines(today, rules)
  const overdue = counted.map((finding) => levelOf(finding, reached))
  return {
    found: counted.filter(({ ofRound }) => ofRound).length,
    due: due.length,
    dueClosed: due.filter(isClosedInTime).length,
    closed: counted.filter(({ state, closedOn }) => state === 'closed' && isIn(closedOn)).length,
    overdueBlue: overdue.filter((level) => level === 'blue').length,
    overdueYellow: overdue.filter((level) => level === 'yellow').length,
    overdueRed: overdue.filter((level) => level === 'red').length,
    carried: counted.filter(({ carriedHere }) => carriedHere).length,
    all: counted.length,
  }
}
