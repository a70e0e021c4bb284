import { and, asc, desc, eq } from 'drizzle-orm'
import { orm } from '../../db/client'
import {
  annualPlans,
  assignments,
  conditions,
  eventBodies,
  events,
  factSheets,
  milestoneDates,
  milestones,
  projectList,
} from '../../db/schema'
import { work } from './work'

/** What stands in the tables, for the tests of the library's commands. */
export const listRow = (code: string) => orm().select().from(projectList).where(eq(projectList.code, code)).get()!
export const sheetsOf = (code: string) =>
  orm()
    .select()
    .from(factSheets)
    .where(eq(factSheets.projectId, work(code).id))
    .orderBy(asc(factSheets.id))
    .all()
export const plansOf = (code: string) =>
  orm()
    .select()
    .from(annualPlans)
    .where(eq(annualPlans.projectId, work(code).id))
    .orderBy(asc(annualPlans.id))
    .all()
export const milestonesOf = (code: string) =>
  orm()
    .select()
    .from(milestones)
    .where(eq(milestones.projectId, work(code).id))
    .orderBy(asc(milestones.position))
    .all()
export const dateRow = (id: number) => orm().select().from(milestoneDates).where(eq(milestoneDates.id, id)).get()!
export const conditionRow = (id: number) => orm().select().from(conditions).where(eq(conditions.id, id)).get()!
export const unitsOf = (code: string, kind: 'owner' | 'responsible') =>
  orm()
    .select()
    .from(assignments)
    .where(and(eq(assignments.projectId, work(code).id), eq(assignments.kind, kind)))
    .orderBy(asc(assignments.id))
    .all()

export const eventCount = (): number => orm().select().from(events).all().length

/** The newest event about a work: what was done, and its words. */
export function lastEvent(code: string): { action: string; body: Record<string, unknown> } {
  const row = orm()
    .select()
    .from(events)
    .where(eq(events.subject, `project:${code}`))
    .orderBy(desc(events.seq))
    .limit(1)
    .get()!
  const body = orm().select().from(eventBodies).where(eq(eventBodies.seq, row.seq)).get()!
  return { action: row.action, body: JSON.parse(body.body) as Record<string, unknown> }
}
