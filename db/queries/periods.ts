import { and, asc, count, eq, inArray, isNull, notExists, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import { unfinishedStages } from '../../domain/next-period'
import { canKeepEvaluation, canReadYear } from '../../domain/policy'
import { type Stage, stages } from '../../domain/project'
import { orm } from '../client'
import { planPeriods, projectList, projectPeriods, projects } from '../schema'

export type PeriodItem = { id: string; name: string; fromDay: Day; toDay: Day; opened: boolean; works: number }

/** Every period with how many works its library has now. */
export function periodList(actor: Actor): { periods: PeriodItem[]; mayKeep: boolean } {
  allow(canReadYear(actor))
  const works = new Map(
    orm()
      .select({ id: inForce, works: count() })
      .from(projects)
      .leftJoin(projectPeriods, ofWork)
      .groupBy(inForce)
      .all()
      .map((row) => [row.id, row.works]),
  )
  const rows = orm().select().from(planPeriods).orderBy(asc(planPeriods.fromDay)).all()
  const periods = rows.map(({ id, name, fromDay, toDay, openedBy }) => ({
    ...{ id, name, fromDay, toDay },
    opened: openedBy !== null,
    works: works.get(id) ?? 0,
  }))
  return { periods, mayKeep: canKeepEvaluation(actor) }
}

const ofWork = and(eq(projectPeriods.projectId, projects.id), isNull(projectPeriods.toDay))
const inForce = sql<string>`coalesce(${projectPeriods.periodId}, ${projects.periodId})`

export const carryAPage = 100
export type ToCarry = { code: string; name: string; stage: Stage; ownerName: string | null }

/** Works that are neither finished nor given up and have not been carried over. */
export function worksToCarry(actor: Actor, page: number): { rows: ToCarry[]; total: number } {
  allow(canReadYear(actor))
  const carried = orm()
    .select({ one: sql`1` })
    .from(projectPeriods)
    .where(and(eq(projectPeriods.projectId, projectList.projectId), isNull(projectPeriods.toDay)))
  const where = and(inArray(projectList.stage, unfinishedStages(stages)), notExists(carried))
  const { code, name, ownerName } = projectList
  const rows = orm()
    .select({ code, name, stage: sql<Stage>`${projectList.stage}`, ownerName })
    .from(projectList)
    .where(where)
    .orderBy(asc(code))
    .limit(carryAPage)
    .offset((page - 1) * carryAPage)
    .all()
  return { rows, total: orm().select({ rows: count() }).from(projectList).where(where).get()?.rows ?? 0 }
}

export type Carried = { code: string; name: string; from: string; to: string; fromDay: Day; reason: string }

/** Works of a later library, with where they came from. */
export function carriedWorks(actor: Actor, page: number): { rows: Carried[]; total: number } {
  allow(canReadYear(actor))
  const from = sql<string>`(select name from plan_periods where id = coalesce(
    (select b.period_id from project_periods b where b.project_id = ${projectPeriods.projectId} and b.id < ${projectPeriods.id} order by b.id desc limit 1), ${projects.periodId}))`
  const rows = orm()
    .select({
      code: projects.code,
      name: projects.name,
      from,
      to: planPeriods.name,
      fromDay: projectPeriods.fromDay,
      reason: projectPeriods.reason,
    })
    .from(projectPeriods)
    .innerJoin(projects, eq(projects.id, projectPeriods.projectId))
    .innerJoin(planPeriods, eq(planPeriods.id, projectPeriods.periodId))
    .where(isNull(projectPeriods.toDay))
    .orderBy(asc(projects.code))
    .limit(carryAPage)
    .offset((page - 1) * carryAPage)
    .all()
  const total = orm().select({ rows: count() }).from(projectPeriods).where(isNull(projectPeriods.toDay)).get()?.rows ?? 0
  return { rows, total }
}
