import { and, eq, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { AnnualParams } from '../../domain/annual-plan-params'
import type { Month } from '../../domain/calendar'
import { listCondition } from '../queries/project-filter'
import { annualPlans, projectList } from '../schema'
import { originalYuan } from './plans-in-force'

type Asked = Omit<AnnualParams, 'page' | 'year'>

/** The plan in force beside every work: found by its year, none where there is none. */
export const planOfYear = (year: number): SQL =>
  sql`${annualPlans.projectId} = ${projectList.projectId} and ${annualPlans.year} = ${year} and ${annualPlans.current} = 1`

export const waitingPlan = (year: number) =>
  sql<
    number | null
  >`(select w.id from annual_plans w where w.project_id = project_list.project_id and w.year = ${year} and w.status = 'submitted')`

const told = (year: number, column: string) =>
  sql`(select ${sql.raw(column)} from updates u where u.project_id = project_list.project_id and u.kind = 'monthly' and u.current = 1
    and u.year_to_date_yuan is not null and u.period between ${`${year}-01`} and ${`${year}-12`} order by u.period desc limit 1)`

/** The last approved 本年累计 of that year; the list keeps it for the last year anybody told of, so that most rows look nowhere else. */
export function approvedOf(year: number) {
  const of = (kept: SQL, column: string) =>
    sql`case when project_list.approved_month is null or substr(project_list.approved_month, 1, 4) < ${String(year)} then null
      when substr(project_list.approved_month, 1, 4) = ${String(year)} then ${kept} else ${told(year, column)} end`
  return {
    yuan: of(sql`project_list.year_to_date_yuan`, 'u.year_to_date_yuan') as SQL<number | null>,
    month: of(sql`project_list.approved_month`, 'u.period') as SQL<Month | null>,
  }
}

/** Which works of the library a page of the year is about; those that left it are of no year. */
export function yearCondition(actor: Actor, year: number, { show, level, ...filter }: Asked): SQL | undefined {
  const shows = {
    approved: sql`${annualPlans.id} is not null`,
    waiting: sql`${waitingPlan(year)} is not null`,
    none: sql`${annualPlans.id} is null and ${waitingPlan(year)} is null`,
  }
  return and(
    listCondition(actor, filter),
    ne(projectList.stage, 'withdrawn'),
    level === undefined ? undefined : level === 'none' ? isNull(projectList.level) : eq(projectList.level, level),
    show && shows[show],
  )
}

/** One line of the year: what was planned first, what is planned now, what is approved of it. */
export const yearColumns = (year: number) => ({
  code: projectList.code,
  name: projectList.name,
  sector: projectList.sector,
  chainId: projectList.chainId,
  town: projectList.town,
  category: projectList.category,
  level: projectList.level,
  stage: projectList.stage,
  ownerName: projectList.ownerName,
  responsibleName: projectList.responsibleName,
  totalYuan: projectList.totalYuan,
  planId: annualPlans.id,
  plannedYuan: annualPlans.plannedYuan,
  originalYuan,
  startMonth: annualPlans.startMonth,
  finishMonth: annualPlans.finishMonth,
  productionMonth: annualPlans.productionMonth,
  imageGoal: annualPlans.imageGoal,
  leader: annualPlans.leader,
  documentNo: annualPlans.documentNo,
  adjusted: sql<number>`exists (select 1 from annual_plans o where o.project_id = annual_plans.project_id and o.year = annual_plans.year and o.status = 'approved' and o.id < annual_plans.id)`,
  waitingId: waitingPlan(year),
  approvedYuan: approvedOf(year).yuan,
  approvedMonth: approvedOf(year).month,
})
