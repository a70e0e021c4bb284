import { and, eq, inArray } from 'drizzle-orm'
import { found } from '../../domain/errors'
import { isPutToUnit, rectifyingSteps } from '../../domain/finding-workflow'
import type { FindingOwned } from '../../domain/policy'
import type { Reader } from '../client'
import { findingExtensions, findingSteps, findings } from '../schema'
import { unitIdsOf } from './work'

export type FindingRow = typeof findings.$inferSelect

export function findingById(db: Reader, id: number): FindingRow {
  return found(db.select().from(findings).where(eq(findings.id, id)).get())
}

export function findingByNumber(db: Reader, number: string): FindingRow {
  return found(db.select().from(findings).where(eq(findings.number, number)).get())
}

/** What the policy asks of a finding: whose work it concerns, whom it is put to. What was withdrawn before any unit had it stays unknown to them. */
export function findingOwned(db: Reader, { projectId, unitId, state, firstDueOn }: FindingRow): FindingOwned {
  const put = isPutToUnit(state) && firstDueOn !== null
  return { unitIds: projectId === null ? [] : unitIdsOf(db, projectId), unitId, put }
}

/** Everybody who rectified, asked for closure or for more time: by person, so that a later change of role changes nothing. */
export function handledBy(db: Reader, findingId: number): number[] {
  const rectified = db
    .selectDistinct({ id: findingSteps.byId })
    .from(findingSteps)
    .where(and(eq(findingSteps.findingId, findingId), inArray(findingSteps.step, [...rectifyingSteps])))
    .all()
  const askedFor = eq(findingExtensions.findingId, findingId)
  const asked = db.selectDistinct({ id: findingExtensions.submittedBy }).from(findingExtensions).where(askedFor).all()
  return [...new Set([...rectified, ...asked].map(({ id }) => id))]
}
