import { and, eq, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Month } from '../../domain/calendar'
import { type InvestmentYear, investmentYears, type YearSum } from '../../domain/investment-years'
import { orm } from '../client'
import { annualPlans, projectList, updates } from '../schema'
import { visibleProjects } from './scope'

/** Planned, reported and approved investment of a group of works, year by year; the totals of finished works are of no single year. */
export function investmentByYear(actor: Actor, group: SQL | undefined): InvestmentYear[] {
  const where = and(visibleProjects(actor), group)
  const works = orm().select({ works: sql<number>`count(*)` }).from(projectList).where(where).get()?.works ?? 0
  const approved = eq(updates.current, true)
  return investmentYears(
    works,
    planned(where),
    toldByYear(where, or(approved, eq(updates.status, 'submitted'))),
    toldByYear(where, approved),
  )
}

function planned(where: SQL | undefined): YearSum[] {
  return orm()
    .select({
      year: annualPlans.year,
      yuan: sql<number | null>`sum(${annualPlans.plannedYuan})`,
      known: sql<number>`count(${annualPlans.plannedYuan})`,
      from: sql<Month | null>`null`,
      through: sql<Month | null>`null`,
    })
    .from(annualPlans)
    .innerJoin(projectList, eq(projectList.projectId, annualPlans.projectId))
    .where(and(where, eq(annualPlans.current, true), isNotNull(annualPlans.plannedYuan)))
    .groupBy(annualPlans.year)
    .all()
}

/** The last month of each work and year speaks for that year; what waits for review stands in the place of what it would replace. */
function toldByYear(where: SQL | undefined, which: SQL | undefined): YearSum[] {
  const year = sql<number>`cast(substr(${updates.period}, 1, 4) as integer)`
  const rank = sql<string>`max(${updates.period} || case when ${updates.status} = 'submitted' then '1' else '0' end)`.as('rank')
  const last = orm()
    .select({ projectId: updates.projectId, year: year.as('year'), month: updates.period, yuan: updates.yearToDateYuan, rank })
    .from(updates)
    .innerJoin(projectList, eq(projectList.projectId, updates.projectId))
    .where(and(where, eq(updates.kind, 'monthly'), isNotNull(updates.yearToDateYuan), which))
    .groupBy(updates.projectId, year)
    .as('last')
  return orm()
    .select({
      year: last.year,
      yuan: sql<number | null>`sum(${last.yuan})`,
      known: sql<number>`count(*)`,
      from: sql<Month | null>`min(${last.month})`,
      through: sql<Month | null>`max(${last.month})`,
    })
    .from(last)
    .groupBy(sql`${last.year}`)
    .all()
}
