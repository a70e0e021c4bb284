import { and, eq, isNull } from 'drizzle-orm'
import type { ResponsibilityKind } from '../../domain/responsibility'
import type { Reader } from '../client'
import { organisations, responsibilities } from '../schema'

const columns = {
  id: responsibilities.id,
  kind: responsibilities.kind,
  code: responsibilities.code,
  name: organisations.name,
  fromDay: responsibilities.fromDay,
  document: responsibilities.document,
}
export type Responsible = { id: number; kind: ResponsibilityKind; code: string; name: string; fromDay: string; document: string | null }

const named = eq(organisations.id, responsibilities.organisationId)

export function responsibleFor(db: Reader, kind: ResponsibilityKind, code: string): Responsible | null {
  const inForce = and(eq(responsibilities.kind, kind), eq(responsibilities.code, code), isNull(responsibilities.toDay))
  return db.select(columns).from(responsibilities).innerJoin(organisations, named).where(inForce).get() ?? null
}

/** Everybody in force, by `kind:code`. */
export function responsibleNow(db: Reader): Map<string, Responsible> {
  const rows = db.select(columns).from(responsibilities).innerJoin(organisations, named).where(isNull(responsibilities.toDay)).all()
  return new Map(rows.map((row) => [`${row.kind}:${row.code}`, row]))
}
