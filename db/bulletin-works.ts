import { and, asc, eq, gte, inArray, isNotNull, like, lte, min, ne, or } from 'drizzle-orm'
import type { BulletinWork, Listed } from '../domain/bulletin'
import { plannedStart } from '../domain/bulletin-progress'
import { type Month, type Quarter, quarterEnd, yearOf } from '../domain/calendar'
import type { LightLevel } from '../domain/light'
import type { Stage } from '../domain/project'
import type { Reader } from './client'
import { annualPlans, milestones, projectList, projectStages, projects, ratings, roundWorks, updates } from './schema'

/** Every work that is counted (all but withdrawn ones), with what a bulletin of the quarter says of it. */
export function bulletinWorks(db: Reader, roundId: number, quarter: Quarter, visited: ReadonlySet<number>): BulletinWork[] {
  const rows = db
    .select({ row: projectList, level: projects.level })
    .from(projectList)
    .innerJoin(projects, eq(projects.id, projectList.projectId))
    .where(ne(projectList.stage, 'withdrawn'))
    .orderBy(asc(projectList.code))
    .all()
  const [plans, done, planned, started] = [plansOf(db, quarter), doneOf(db, quarter), plannedStarts(db), startedDays(db)]
  const listed = listedWorks(db, roundId, visited)
  return rows.map(({ row, level }): BulletinWork => {
    const { projectId: id, code, name, sector, chainId, ownerId, ownerName, responsibleId, responsibleName, totalYuan } = row
    return {
      ...{ code, name, sector, chainId, level, ownerId, ownerName, responsibleId, responsibleName, totalYuan },
      stage: row.stage as Stage,
      light: row.lightLevel as LightLevel,
      plan: plans.get(id) ?? null,
      done: done.get(id) ?? null,
      plannedStart: plannedStart(planned.months.get(id) ?? [], planned.days.get(id) ?? []),
      startedOn: started.get(id) ?? null,
      listed: listed.get(id) ?? null,
    }
  })
}

/** The approved annual plan of the quarter's year. */
function plansOf(db: Reader, quarter: Quarter) {
  const rows = db
    .select({
      id: annualPlans.projectId,
      yuan: annualPlans.plannedYuan,
      startMonth: annualPlans.startMonth,
      finishMonth: annualPlans.finishMonth,
    })
    .from(annualPlans)
    .where(and(eq(annualPlans.current, true), eq(annualPlans.year, yearOf(quarter))))
    .all()
  return new Map(rows.map(({ id, ...plan }) => [id, plan]))
}

/** The last approved 本年累计 of the year up to the quarter's end: later rows take the place of earlier ones. */
function doneOf(db: Reader, quarter: Quarter) {
  const inForce = and(eq(updates.kind, 'monthly'), eq(updates.current, true), isNotNull(updates.yearToDateYuan))
  const rows = db
    .select({ id: updates.projectId, month: updates.period, yuan: updates.yearToDateYuan })
    .from(updates)
    .where(and(inForce, gte(updates.period, `${yearOf(quarter)}-01`), lte(updates.period, quarterEnd(quarter))))
    .orderBy(asc(updates.period))
    .all()
  return new Map(rows.flatMap(({ id, month, yuan }) => (yuan === null ? [] : [[id, { month, yuan }] as const])))
}

/** Start months of all approved plans, and the baselines of start milestones. */
function plannedStarts(db: Reader) {
  const months = db
    .select({ id: annualPlans.projectId, start: annualPlans.startMonth })
    .from(annualPlans)
    .where(and(eq(annualPlans.current, true), isNotNull(annualPlans.startMonth)))
    .all()
  const days = db
    .select({ id: milestones.projectId, start: milestones.baselineOn })
    .from(milestones)
    .where(and(isNotNull(milestones.baselineOn), or(like(milestones.templateKey, '%.start'), eq(milestones.name, '开工'))))
    .all()
  return { months: gathered(months), days: gathered(days) }
}

function gathered(rows: readonly { id: number; start: string | null }[]): Map<number, (Month | null)[]> {
  const byWork = new Map<number, (Month | null)[]>()
  for (const { id, start } of rows) byWork.set(id, [...(byWork.get(id) ?? []), start])
  return byWork
}

/** The first day a work was under construction, completed or in operation; what it did afterwards does not undo its start. */
function startedDays(db: Reader): Map<number, string> {
  const rows = db
    .select({ id: projectStages.projectId, on: min(projectStages.fromDay) })
    .from(projectStages)
    .where(inArray(projectStages.stage, ['construction', 'completed', 'operation']))
    .groupBy(projectStages.projectId)
    .all()
  return new Map(rows.flatMap(({ id, on }) => (on === null ? [] : [[id, on] as const])))
}

function listedWorks(db: Reader, roundId: number, visited: ReadonlySet<number>): Map<number, Listed> {
  const rows = db
    .select({ id: roundWorks.projectId, work: roundWorks.id, route: roundWorks.route, rating: ratings.level })
    .from(roundWorks)
    .leftJoin(ratings, and(eq(ratings.roundWorkId, roundWorks.id), eq(ratings.current, true)))
    .where(eq(roundWorks.roundId, roundId))
    .all()
  return new Map(rows.map(({ id, work, route, rating }) => [id, { route, rating, visited: visited.has(work) }]))
}
