import { and, asc, eq, gte, inArray, isNotNull, like, lte, max, min, ne, or } from 'drizzle-orm'
import type { BulletinWork, Listed } from '../../domain/bulletin'
import { plannedStart } from '../../domain/bulletin-progress'
import { type Month, type Quarter, quarterEnd, yearOf } from '../../domain/calendar'
import type { LightLevel } from '../../domain/light'
import type { Stage } from '../../domain/project'
import type { Reader } from '../client'
import { annualPlans, milestones, projectList, projectStages, projects, ratings, roundWorks, updates } from '../schema'

/** Every work that is counted (all but withdrawn ones), with what a bulletin of the quarter says of it. */
export function bulletinWorks(db: Reader, roundId: number, quarter: Quarter, visited: ReadonlySet<number>): BulletinWork[] {
  const rows = countedRows(db)
  const [plans, done, planned, started] = [plansOf(db, quarter), doneOf(db, quarter), plannedStarts(db), startedDays(db)]
  const listed = listedWorks(db, roundId, visited)
  return rows.map((row): BulletinWork => {
    const { id, code, name, sector, chainId, level, ownerId, ownerName, responsibleId, responsibleName, totalYuan } = row
    const [stage, light] = [row.stage as Stage, row.light as LightLevel]
    const [plan, spent, startedOn, inRound] = [plans.get(id) ?? null, done.get(id) ?? null, started.get(id) ?? null, listed.get(id) ?? null]
    const who = { ownerId, ownerName, responsibleId, responsibleName }
    const figures = { totalYuan, plan, done: spent, plannedStart: planned(id), startedOn }
    return { code, name, sector, chainId, level, stage, light, ...who, ...figures, listed: inRound }
  })
}

/** Only what is added up: the rest of a row, its lights above all, is long. */
function countedRows(db: Reader) {
  const { projectId: id, code, name, sector, chainId, stage, lightLevel: light, totalYuan } = projectList
  const { ownerId, ownerName, responsibleId, responsibleName } = projectList
  const who = { ownerId, ownerName, responsibleId, responsibleName }
  return db
    .select({ id, code, name, sector, chainId, stage, light, totalYuan, level: projects.level, ...who })
    .from(projectList)
    .innerJoin(projects, eq(projects.id, id))
    .where(ne(stage, 'withdrawn'))
    .orderBy(asc(code))
    .all()
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

/** The last approved 本年累计 of the year up to the quarter's end: beside max(), SQLite gives the columns of the row that has it. */
function doneOf(db: Reader, quarter: Quarter) {
  const inForce = and(eq(updates.kind, 'monthly'), eq(updates.current, true), isNotNull(updates.yearToDateYuan))
  const rows = db
    .select({ id: updates.projectId, month: max(updates.period), yuan: updates.yearToDateYuan })
    .from(updates)
    .where(and(inForce, gte(updates.period, `${yearOf(quarter)}-01`), lte(updates.period, quarterEnd(quarter))))
    .groupBy(updates.projectId)
    .all()
  return new Map(rows.flatMap(({ id, month, yuan }) => (month === null || yuan === null ? [] : [[id, { month, yuan }] as const])))
}

/** Start months of all approved plans, and the baselines of start milestones: the earliest of both. */
function plannedStarts(db: Reader): (id: number) => Month | null {
  const months = db
    .select({ id: annualPlans.projectId, start: min(annualPlans.startMonth) })
    .from(annualPlans)
    .where(and(eq(annualPlans.current, true), isNotNull(annualPlans.startMonth)))
    .groupBy(annualPlans.projectId)
    .all()
  const days = db
    .select({ id: milestones.projectId, start: min(milestones.baselineOn) })
    .from(milestones)
    .where(and(isNotNull(milestones.baselineOn), or(like(milestones.templateKey, '%.start'), eq(milestones.name, '开工'))))
    .groupBy(milestones.projectId)
    .all()
  const [byMonth, byDay] = [months, days].map((rows) => new Map(rows.map(({ id, start }) => [id, start])))
  return (id) => plannedStart([byMonth?.get(id) ?? null], [byDay?.get(id) ?? null])
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
