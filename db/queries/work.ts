import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { found } from '../../domain/errors'
import type { Reader } from '../client'
import { prepared } from '../prepared'
import { assignments, projects } from '../schema'

export type Work = typeof projects.$inferSelect & { unitIds: number[] }

const id = sql.placeholder('id')
const unitsOf = (db: Reader) =>
  db
    .selectDistinct({ id: assignments.organisationId })
    .from(assignments)
    .where(and(eq(assignments.projectId, id), isNull(assignments.toDay), inArray(assignments.kind, ['owner', 'responsible'])))
    .prepare()
const byCode = (db: Reader) =>
  db
    .select()
    .from(projects)
    .where(eq(projects.code, sql.placeholder('code')))
    .prepare()
const byId = (db: Reader) => db.select().from(projects).where(eq(projects.id, id)).prepare()

/** The organisations whose people call the work their own: 业主 and 责任单位 in force. */
export function unitIdsOf(db: Reader, projectId: number): number[] {
  const rows = prepared(db, unitsOf).all({ id: projectId })
  return rows.map((row) => row.id).filter((unit) => unit !== null)
}

/** A work with its units, by code; refused as not found when there is none. */
export function workByCode(db: Reader, code: string): Work {
  const project = found(prepared(db, byCode).get({ code }))
  return { ...project, unitIds: unitIdsOf(db, project.id) }
}

export function workById(db: Reader, projectId: number): Work {
  const project = found(prepared(db, byId).get({ id: projectId }))
  return { ...project, unitIds: unitIdsOf(db, project.id) }
}
