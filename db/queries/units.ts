import { and, eq, isNull } from 'drizzle-orm'
import type { Day } from '../../domain/calendar'
import type { UnitKind } from '../../domain/project-input'
import type { Reader } from '../client'
import { assignments, organisations } from '../schema'

export type UnitInForce = { organisationId: number; name: string; fromDay: Day }

/** The 业主 or 责任单位 that answers for a work now, under its present name. */
export function unitInForce(db: Reader, projectId: number, kind: UnitKind): UnitInForce | null {
  const inForce = and(eq(assignments.projectId, projectId), eq(assignments.kind, kind), isNull(assignments.toDay))
  const columns = { organisationId: organisations.id, name: organisations.name, fromDay: assignments.fromDay }
  const named = eq(organisations.id, assignments.organisationId)
  return db.select(columns).from(assignments).innerJoin(organisations, named).where(inForce).get() ?? null
}
