import { and, eq, inArray, isNull } from 'drizzle-orm'
import { found } from '../../domain/errors'
import type { Reader } from '../client'
import { assignments, projects } from '../schema'

export type Work = typeof projects.$inferSelect & { unitIds: number[] }

/** The organisations whose people call the work their own: 业主 and 责任单位 in force. */
export function unitIdsOf(db: Reader, projectId: number): number[] {
  const inForce = and(eq(assignments.projectId, projectId), isNull(assignments.toDay), inArray(assignments.kind, ['owner', 'responsible']))
  const rows = db.select({ id: assignments.organisationId }).from(assignments).where(inForce).all()
  return [...new Set(rows.map((row) => row.id).filter((id) => id !== null))]
}

/** A work with its units, by code; refused as not found when there is none. */
export function workByCode(db: Reader, code: string): Work {
  const project = found(db.select().from(projects).where(eq(projects.code, code)).get())
  return { ...project, unitIds: unitIdsOf(db, project.id) }
}

export function workById(db: Reader, id: number): Work {
  const project = found(db.select().from(projects).where(eq(projects.id, id)).get())
  return { ...project, unitIds: unitIdsOf(db, project.id) }
}
