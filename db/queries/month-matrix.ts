import { and, asc, count, eq, inArray, or, type SQL } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { type Day, type Month, monthsFrom, yearOf } from '../../domain/calendar'
import { dueMonth, type MonthReport } from '../../domain/duty'
import { allow } from '../../domain/errors'
import type { ReportCounts } from '../../domain/lock'
import type { MatrixParams } from '../../domain/months-params'
import { canReadYear } from '../../domain/policy'
import { orm } from '../client'
import { publishedLock } from '../locks/lookup'
import { lockTotals, lockWorks, projectList } from '../schema'
import { keptAnswer } from './kept'
import { filterKey, listCondition } from './project-filter'
import type { ProjectRow } from './project-list'
import { reportsOf } from './project-months'
import { rulesOn } from './rules'

export const matrixRowsAPage = 50
const shown = {
  code: projectList.code,
  name: projectList.name,
  ownerName: projectList.ownerName,
  responsibleName: projectList.responsibleName,
}
/** What a gap is: late ones were reported after all, and still show. */
const gapStates = ['missing', 'returned', 'late'] as const

/** `locked` = months of the year whose report states are frozen; `counts` = works by state where they can be told of the whole library. */
export type MatrixMonth = { month: Month; over: boolean; locked: boolean; counts: ReportCounts | null }
export type MatrixLine = { row: MatrixWork; reports: (MonthReport | null)[] }
export type MatrixWork = Pick<ProjectRow, 'projectId' | keyof typeof shown>
export type YearMatrix = { months: MatrixMonth[]; lines: MatrixLine[]; total: number }

/** Works × the twelve months of a year: the page's rows are read work by work, the months' sums from what is kept. */
export function yearMatrix(actor: Actor, { page = 1, show, ...filter }: MatrixParams & { year: number }, today: Day): YearMatrix {
  allow(canReadYear(actor))
  const months = keptAnswer(`matrix months ${filter.year} ${today}`, () => matrixMonths(filter.year, today))
  const asked = `${filterKey(actor, filter)} ${filter.year} ${show ?? ''} ${today}`
  const condition = () => and(listCondition(actor, filter), show === 'gaps' ? hasGap(months, today) : undefined)
  const total = keptAnswer(`matrix ${asked}`, () => rowsOf(condition()))
  const lines = keptAnswer(`matrix ${asked} page ${page}`, () => linesOf(condition(), page, months, today))
  return { months, lines, total }
}

function linesOf(condition: SQL | undefined, page: number, months: readonly MatrixMonth[], today: Day): MatrixLine[] {
  const rows = orm()
    .select({ projectId: projectList.projectId, ...shown })
    .from(projectList)
    .where(condition)
    .orderBy(asc(projectList.code))
    .limit(matrixRowsAPage)
    .offset((page - 1) * matrixRowsAPage)
    .all()
  const rules = rulesOn(orm(), today)
  const told = months.filter(({ over }) => over).map(({ month }) => month)
  return rows.map((row) => {
    const reports = reportsOf(orm(), row.projectId, told, today, rules)
    return { row, reports: months.map((_, at) => reports[at] ?? null) }
  })
}

const rowsOf = (condition: SQL | undefined): number => orm().select({ rows: count() }).from(projectList).where(condition).get()?.rows ?? 0

function matrixMonths(year: number, today: Day): MatrixMonth[] {
  const due = dueMonth(today)
  return monthsFrom(`${year}-01`, `${year}-12`).map((month) => {
    const lock = month > due ? undefined : publishedLock(orm(), 'month', month)
    const counts = lock ? lockedCounts(lock.id) : month === due ? dueCounts(due) : null
    return { month, over: month <= due, locked: lock !== undefined, counts }
  })
}

function lockedCounts(lockId: number): ReportCounts | null {
  const whole = and(eq(lockTotals.lockId, lockId), eq(lockTotals.dimension, 'all'))
  return orm().select({ reports: lockTotals.reports }).from(lockTotals).where(whole).get()?.reports ?? null
}

/** The month that is asked for now, as the list has it. */
const dueCounts = (month: Month): ReportCounts =>
  keptAnswer(`due counts ${month}`, () =>
    Object.fromEntries(
      orm()
        .select({ state: projectList.reportState, works: count() })
        .from(projectList)
        .where(eq(projectList.reportMonth, month))
        .groupBy(projectList.reportState)
        .all()
        .map(({ state, works }) => [state, works]),
    ),
  )

/** Known of the month that is due, and of the months that are locked. */
function hasGap(months: readonly MatrixMonth[], today: Day): SQL | undefined {
  const locks = months.flatMap(({ month, locked }) => (locked ? (publishedLock(orm(), 'month', month)?.id ?? []) : []))
  const frozen = orm()
    .select({ id: lockWorks.projectId })
    .from(lockWorks)
    .where(and(inArray(lockWorks.lockId, locks), inArray(lockWorks.reportState, [...gapStates])))
  const isThisYear = months.some(({ month }) => yearOf(month) === yearOf(dueMonth(today)))
  const now = isThisYear ? and(eq(projectList.reportMonth, dueMonth(today)), inArray(projectList.reportState, [...gapStates])) : undefined
  return locks.length === 0 ? (now ?? eq(projectList.projectId, -1)) : or(now, inArray(projectList.projectId, frozen))
}
