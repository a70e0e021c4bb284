import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../domain/actor'
import type { Day } from '../domain/calendar'
import { refuseField } from '../domain/errors'
import type { UnitKind } from '../domain/project-input'
import { newUnitKind } from '../domain/unit'
import type { Tx } from './client'
import { ensureOrganisation } from './commands/organisations'
import { unitInForce } from './queries/units'
import type { Work } from './queries/work'
import { assignments } from './schema'

export type NewUnit = { kind: UnitKind; name: string | null; fromDay: Day }

/**
 * Who answers for the work from a day on; the previous unit's `toDay` is the day the next begins. No name = nobody.
 * The caller has asked whether an organisation may be created. False when that unit is in force already.
 */
export function putUnit(tx: Tx, ctx: Ctx, work: Work, { kind, name, fromDay }: NewUnit): boolean {
  const before = unitInForce(tx, work.id, kind)
  if ((before?.name ?? null) === name) return false
  if (fromDay > ctx.today) refuseField('fromDay', 'in-the-future')
  if (before && fromDay < before.fromDay) refuseField('fromDay', 'before-previous', { day: before.fromDay })
  if (before) endUnit(tx, work.id, kind, fromDay)
  if (name !== null) {
    const organisationId = ensureOrganisation(tx, ctx, name, newUnitKind(name, kind))
    tx.insert(assignments).values({ projectId: work.id, kind, organisationId, fromDay }).run()
  }
  return true
}

function endUnit(tx: Tx, projectId: number, kind: UnitKind, toDay: Day): void {
  const inForce = and(eq(assignments.projectId, projectId), eq(assignments.kind, kind), isNull(assignments.toDay))
  tx.update(assignments).set({ toDay }).where(inForce).run()
}
