import { and, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { type Day, type Month, monthsFrom } from '../../domain/calendar'
import { dueMonth } from '../../domain/duty'
import { type Total, totalOf } from '../../domain/money'
import { addMonthCounts, countMonths, type MonthCounts, monthsHeld, noMonths } from '../../domain/unit-facts'
import type { Reader } from '../client'
import { reportsOf } from '../queries/project-months'
import { rulesOn } from '../queries/rules'
import { annualPlans, assignments, updates } from '../schema'

export type Held = { unitId: number; projectId: number; kind: 'owner' | 'responsible'; fromDay: Day; toDay: Day | null }

/** Assignments of the year: begun before its end, not ended before its beginning. */
const inYear = (year: number) =>
  and(lte(assignments.fromDay, `${year}-12-31`), or(isNull(assignments.toDay), gt(assignments.toDay, `${year}-01-01`)))

export function heldBy(db: Reader, units: readonly number[], year: number): Held[] {
  const { organisationId, projectId, kind, fromDay, toDay } = assignments
  const ofUnits = and(inArray(organisationId, [...units]), inArray(kind, ['owner', 'responsible']))
  const rows = db
    .select({ unitId: organisationId, projectId, kind, fromDay, toDay })
    .from(assignments)
    .where(and(ofUnits, inYear(year)))
    .all()
  return rows as Held[]
}

/** The owner reports; the responsible unit only for works that have none. */
export function monthsOf(db: Reader, held: readonly Held[], year: number, today: Day): Map<number, MonthCounts> {
  const last = dueMonth(today)
  const months = monthsFrom(`${year}-01`, `${year}-12`).filter((month) => month <= last)
  const owned = new Set(ownedWorks(db, held, year))
  const rules = rulesOn(db, today)
  const counts = new Map<number, MonthCounts>()
  for (const row of held) {
    if (row.kind === 'responsible' && owned.has(row.projectId)) continue
    const own = monthsHeld(months, row)
    const states = reportsOf(db, row.projectId, own, today, rules).map(({ state }) => state)
    counts.set(row.unitId, addMonthCounts(counts.get(row.unitId) ?? noMonths, countMonths(states)))
  }
  return counts
}

function ownedWorks(db: Reader, held: readonly Held[], year: number): number[] {
  const works = [...new Set(held.filter(({ kind }) => kind === 'responsible').map(({ projectId }) => projectId))]
  if (works.length === 0) return []
  const owner = and(eq(assignments.kind, 'owner'), inArray(assignments.projectId, works), inYear(year))
  return db
    .select({ id: assignments.projectId })
    .from(assignments)
    .where(owner)
    .all()
    .map(({ id }) => id)
}

export type YearMoney = { planned: Total; done: Total }

/** A year's plan and what is approved of it, over the works of each unit. */
export function moneyOf(db: Reader, held: readonly Held[], year: number): Map<number, YearMoney> {
  const works = [...new Set(held.map(({ projectId }) => projectId))]
  const [planned, done] = [plannedIn(db, works, year), doneIn(db, works, year)]
  const units = new Map<number, Set<number>>()
  for (const { unitId, projectId } of held) units.set(unitId, (units.get(unitId) ?? new Set()).add(projectId))
  const sum = (own: ReadonlySet<number>, amounts: ReadonlyMap<number, number | null>) =>
    totalOf([...own].map((id) => amounts.get(id) ?? null))
  return new Map([...units].map(([unit, own]) => [unit, { planned: sum(own, planned), done: sum(own, done) }]))
}

function plannedIn(db: Reader, works: readonly number[], year: number): Map<number, number | null> {
  const { projectId, plannedYuan } = annualPlans
  const where = and(eq(annualPlans.year, year), eq(annualPlans.current, true), inArray(projectId, [...works]))
  const rows = db.select({ projectId, plannedYuan }).from(annualPlans).where(where).all()
  return new Map(rows.map((row) => [row.projectId, row.plannedYuan]))
}

/** The latest approved month of the year that gives a sum. */
function doneIn(db: Reader, works: readonly number[], year: number): Map<number, number | null> {
  const { projectId, period, yearToDateYuan } = updates
  const told = and(
    eq(updates.current, true),
    sql`${period} between ${`${year}-01`} and ${`${year}-12`}`,
    sql`${yearToDateYuan} is not null`,
  )
  const rows = db
    .select({ projectId, yearToDateYuan, period: sql<Month>`max(${period})` })
    .from(updates)
    .where(and(told, inArray(projectId, [...works])))
    .groupBy(projectId)
    .all()
  return new Map(rows.map((row) => [row.projectId, row.yearToDateYuan]))
}
