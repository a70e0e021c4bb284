import { addMonths, type Day, type Month, monthsFrom } from '../../domain/calendar'
import { dueMonth, type MonthReport, monthReport } from '../../domain/duty'
import { orm, type Reader } from '../client'
import type { ProjectHead } from './project'
import { dutyFacts, monthlyTries } from './project-facts'
import type { ProjectRow } from './project-list'
import { type Rules, rulesOn } from './rules'
import { periodStart } from './update-facts'

/** Where every month of a work stands, from the plan's beginning to the one that is due. */
export function monthReports({ work }: ProjectHead, today: Day): MonthReport[] {
  const db = orm()
  return reportsOf(db, work.id, monthsFrom(periodStart(db, work.periodId), dueMonth(today)), today, rulesOn(db, today))
}

export function reportsOf(db: Reader, projectId: number, months: readonly Month[], today: Day, rules: Rules): MonthReport[] {
  const facts = dutyFacts(db, projectId)
  const tries = monthlyTries(db, projectId)
  return months.map((month) => monthReport(facts, month, tries.get(month) ?? [], today, rules.duty, rules.holidays))
}

export type MatrixRow = { row: ProjectRow; reports: MonthReport[] }

/** Twelve months of each of these rows, the last one being due now. */
export function monthMatrix(rows: readonly ProjectRow[], today: Day): { months: Month[]; lines: MatrixRow[] } {
  const db = orm()
  const rules = rulesOn(db, today)
  const until = dueMonth(today)
  const months = monthsFrom(addMonths(until, -11), until)
  return { months, lines: rows.map((row) => ({ row, reports: reportsOf(db, row.projectId, months, today, rules) })) }
}
