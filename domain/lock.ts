import { addMonths, type Day, isDay, isMonth, isQuarter, lastDay, type Month, monthOf, monthsFrom, quarterEnd } from './calendar'
import type { ReportState } from './duty'

/** 月度锁定: a period's figures as they were known at one moment, confirmed by a second person. `day` = a picture of one day, never published. */
export const lockKinds = ['month', 'quarter', 'year', 'day'] as const
export type LockKind = (typeof lockKinds)[number]
export const lockStates = ['computing', 'computed', 'submitted', 'confirmed', 'returned', 'abandoned'] as const
export type LockState = (typeof lockStates)[number]
export const openLockStates = ['computing', 'computed', 'submitted'] as const satisfies readonly LockState[]
export const isOpenLock = (state: LockState): boolean => (openLockStates as readonly LockState[]).includes(state)

export const totalDimensions = ['all', 'sector', 'chain', 'level', 'town'] as const
export type TotalDimension = (typeof totalDimensions)[number]
export type ReportCounts = Partial<Record<ReportState, number>>

/** Facts whose earlier states are kept. */
export const pastSubjects = [
  'project',
  'source',
  'stage',
  'assignment',
  'milestone',
  'update',
  'annual-plan',
  'fact-sheet',
  'account',
  'unit',
  'unit-name',
  'enterprise',
  'output',
  'statistics',
  'funds',
  'registration',
  'beginning',
] as const
export type PastSubject = (typeof pastSubjects)[number]

/** What is being locked, read from its period; null when the text names none. */
export function lockKindOf(period: string): Exclude<LockKind, 'day'> | null {
  if (isMonth(period)) return 'month'
  if (isQuarter(period)) return 'quarter'
  return /^(19|20|21)\d{2}$/.test(period) ? 'year' : null
}

/** Figures count through a month, stages and units stand on a day, reports are judged on another. */
export type LockSpan = { kind: LockKind; period: string; throughMonth: Month; standsOn: Day; judgedOn: Day }

/** The last month of a period. */
export function endOfPeriod(kind: LockKind, period: string): Month {
  if (kind === 'month') return period
  if (kind === 'quarter') return quarterEnd(period)
  return kind === 'year' ? `${period}-12` : addMonths(monthOf(period), -1)
}

/** The span of a period locked on a day. A day's picture stands on its own day; figures reach its last whole month. */
export function lockSpan(kind: LockKind, period: string, today: Day): LockSpan {
  const throughMonth = endOfPeriod(kind, period)
  const standsOn = kind === 'day' ? period : lastDay(throughMonth)
  return { kind, period, throughMonth, standsOn, judgedOn: kind === 'day' ? period : today }
}

/** A period can be locked once it is over. */
export const isOver = (kind: LockKind, period: string, today: Day): boolean =>
  isDay(period) ? period <= today : endOfPeriod(kind, period) < monthOf(today)

/** The shorter periods that must be locked before a longer one. */
export function partsOf(kind: LockKind, period: string): string[] {
  if (kind === 'quarter') return monthsFrom(addMonths(quarterEnd(period), -2), quarterEnd(period))
  return kind === 'year' ? [1, 2, 3, 4].map((quarter) => `${period}Q${quarter}`) : []
}

export const partKind = (kind: LockKind): 'month' | 'quarter' => (kind === 'year' ? 'quarter' : 'month')

/** The day reports of the last month are missed by: never judged on later months. */
export const missedUntil = ({ throughMonth, judgedOn }: LockSpan): Day => {
  const end = lastDay(addMonths(throughMonth, 1))
  return judgedOn < end ? judgedOn : end
}
