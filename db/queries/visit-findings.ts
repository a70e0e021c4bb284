import { asc, type SQL } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { canReadFinding } from '../../domain/policy'
import type { Reader } from '../client'
import { findings } from '../schema'
import { type FindingRow, findingOwned } from './finding-owned'

export type FoundThere = Pick<FindingRow, 'number' | 'state' | 'category' | 'severity' | 'facts' | 'dueOn' | 'visitId'>

const mostFindings = 100

/** Findings the reader may know of, by a condition: of one visit, or of a work in a round. */
export function findingsWhere(db: Reader, reader: Actor, condition: SQL | undefined): FoundThere[] {
  const rows = db.select().from(findings).where(condition).orderBy(asc(findings.id)).limit(mostFindings).all()
  return rows
    .filter((row) => canReadFinding(reader, findingOwned(db, row)))
    .map(({ number, state, category, severity, facts, dueOn, visitId }) => ({ number, state, category, severity, facts, dueOn, visitId }))
}
