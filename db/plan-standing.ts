import { and, desc, eq, like, notInArray } from 'drizzle-orm'
import type { Standing } from '../domain/plan-diff'
import type { PlanEntry } from '../domain/plan-entries'
import type { Reader } from './client'
import { prepared } from './prepared'
import { annualPlans, assignments, conditions, events, factSheets, milestones, planEntries, planLoads, projects, updates } from './schema'

/** The plan as it was loaded last, in the order of its text. */
export function storedEntries(db: Reader): PlanEntry[] {
  return db.select().from(planEntries).orderBy(planEntries.kind, planEntries.position).all() as PlanEntry[]
}

const lastLoad = (db: Reader) => db.select().from(planLoads).orderBy(desc(planLoads.id)).limit(1).prepare()

export const lastPlanLoad = (db: Reader) => prepared(db, lastLoad).get() ?? null

/** What the library holds beside the plan, so that a reload loses nothing. */
export function standing(db: Reader, stored: readonly PlanEntry[]): Standing {
  const planned = stored.filter(({ kind }) => kind === 'project').map(({ code }) => code)
  return {
    withHistory: worksWithHistory(db),
    beyondPlan: codes(db.select({ code: projects.code }).from(projects).where(notInArray(projects.code, planned)).all()),
  }
}

const codes = (rows: { code: string }[]): Set<string> => new Set(rows.map(({ code }) => code))
const tables = [assignments, updates, factSheets, annualPlans, milestones, conditions] as const

/** Works somebody has reported on, been given, dated or decided about. */
function worksWithHistory(db: Reader): Set<string> {
  const touched = tables.flatMap((table) =>
    db.selectDistinct({ code: projects.code }).from(table).innerJoin(projects, eq(projects.id, table.projectId)).all(),
  )
  const spoken = db
    .selectDistinct({ subject: events.subject })
    .from(events)
    .where(and(like(events.subject, 'project:%'), eq(events.actorKind, 'user')))
    .all()
  return codes([...touched, ...spoken.map(({ subject }) => ({ code: subject.slice('project:'.length) }))])
}
