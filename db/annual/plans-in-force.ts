import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../client'
import { annualPlans, projectList, yearLists, yearListWorks } from '../schema'

export type YearList = typeof yearLists.$inferSelect

/** Plans a year's list is made of: those in force, of works that have not left the library. */
export const inForce = (year: number): SQL =>
  sql`${annualPlans.year} = ${year} and ${annualPlans.current} = 1 and ${projectList.stage} <> 'withdrawn'`

export type PlanSum = { works: number; yuan: number | null; known: number }

export function sumInForce(db: Reader, year: number): PlanSum {
  const row = db
    .select({
      works: sql<number>`count(*)`,
      yuan: sql<number | null>`sum(${annualPlans.plannedYuan})`,
      known: sql<number>`count(${annualPlans.plannedYuan})`,
    })
    .from(annualPlans)
    .innerJoin(projectList, eq(projectList.projectId, annualPlans.projectId))
    .where(inForce(year))
    .get()
  return row ?? { works: 0, yuan: null, known: 0 }
}

/** What the year began with: the plan of the work that was approved first. */
export const originalYuan = sql<
  number | null
>`(select o.planned_yuan from annual_plans o where o.project_id = annual_plans.project_id and o.year = annual_plans.year and o.status = 'approved' order by o.id limit 1)`

/** The works of a list as they stand, in one statement, so that ten thousand of them hold up nobody. */
export function freezeWorks(db: Reader, list: { id: number; year: number }): void {
  db.run(sql`
    insert into year_list_works (list_id, project_id, plan_id, code, name, sector, chain_id, town, category, level, stage, owner_name,
      responsible_name, leader, total_yuan, original_yuan, planned_yuan, start_month, finish_month, production_month, image_goal, document_no, list_note)
    select ${list.id}, project_list.project_id, annual_plans.id, project_list.code, project_list.name, project_list.sector, project_list.chain_id,
      project_list.town, project_list.category, project_list.level, project_list.stage, project_list.owner_name,
      coalesce((select name from organisations where id = annual_plans.responsible_id), project_list.responsible_name),
      coalesce(annual_plans.leader, project_list.leader_name), project_list.total_yuan, ${originalYuan}, annual_plans.planned_yuan,
      annual_plans.start_month, annual_plans.finish_month, annual_plans.production_month, annual_plans.image_goal, annual_plans.document_no,
      annual_plans.list_note
    from annual_plans join project_list on project_list.project_id = annual_plans.project_id
    where ${inForce(list.year)}`)
}

/** How many works a draft lists otherwise than the plans in force now: added, gone, or with another plan. */
export function movedSince(db: Reader, list: { id: number; year: number }): number {
  const listed = db
    .select({ plan: yearListWorks.planId })
    .from(yearListWorks)
    .where(eq(yearListWorks.listId, list.id))
    .all()
    .map(({ plan }) => plan)
  const now = db
    .select({ plan: annualPlans.id })
    .from(annualPlans)
    .innerJoin(projectList, eq(projectList.projectId, annualPlans.projectId))
    .where(inForce(list.year))
    .all()
  const kept = new Set(listed)
  const same = now.filter(({ plan }) => kept.has(plan)).length
  return Math.max(listed.length, now.length) - same
}

export const currentList = (db: Reader, year: number): YearList | null =>
  db
    .select()
    .from(yearLists)
    .where(and(eq(yearLists.year, year), eq(yearLists.status, 'approved'), eq(yearLists.current, true)))
    .get() ?? null
