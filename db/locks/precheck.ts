import { and, count, eq, inArray, lte, type SQL, sql } from 'drizzle-orm'
import { addMonths, type Day, monthsFrom, quarterOf } from '../../domain/calendar'
import { dueMonth } from '../../domain/duty'
import { endOfPeriod, type LockKind } from '../../domain/lock'
import type { Reader } from '../client'
import { outputReturns, projectList, updates } from '../schema'

/** Months a period speaks of. */
export const monthsOf = (kind: LockKind, period: string): string[] => {
  const end = endOfPeriod(kind, period)
  return monthsFrom(addMonths(end, kind === 'year' ? -11 : kind === 'quarter' ? -2 : 0), end)
}

/** Submissions that nobody has decided of yet. */
export const waitingOf = (kind: LockKind, period: string): SQL | undefined =>
  and(eq(updates.status, 'submitted'), inArray(updates.period, monthsOf(kind, period)))

/** Oddities that were let through without a word. */
export const unansweredOf = (kind: LockKind, period: string): SQL | undefined =>
  and(
    inArray(updates.period, monthsOf(kind, period)),
    sql`${updates.current} = 1 and ${updates.remark} is null and ${updates.warnings} <> '[]'`,
  )

export const missingStates = ['missing', 'returned', 'due'] as const

/** `missing` is null where nobody knows it yet. */
export type Checks = { missing: number | null; waiting: number; unanswered: number; outputs: number }

/** What is not as it should be before a period is locked; who has not reported is known of the month that is due, of others once it is computed. */
export function precheck(db: Reader, kind: LockKind, period: string, today: Day): Checks {
  const of = (condition: SQL | undefined) => db.select({ rows: count() }).from(updates).where(condition).get()?.rows ?? 0
  const due = and(eq(projectList.reportMonth, period), inArray(projectList.reportState, [...missingStates]))
  const missing = period === dueMonth(today) ? (db.select({ rows: count() }).from(projectList).where(due).get()?.rows ?? 0) : null
  const outputs = and(eq(outputReturns.status, 'submitted'), lte(outputReturns.quarter, quarterOf(endOfPeriod(kind, period))))
  return {
    missing,
    waiting: of(waitingOf(kind, period)),
    unanswered: of(unansweredOf(kind, period)),
    outputs: db.select({ rows: count() }).from(outputReturns).where(outputs).get()?.rows ?? 0,
  }
}
