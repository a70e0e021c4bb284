import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, found, refuseField, sameVersion } from '../../domain/errors'
import { canKeepEvaluation } from '../../domain/policy'
import type { ResponsibilityInput } from '../../domain/responsibility'
import { newUnitKind } from '../../domain/unit'
import type { Tx } from '../client'
import { responsibleFor } from '../evaluation/responsible'
import { recordEvent } from '../events'
import { indicators, planBoxes, planChains } from '../queries/plan'
import { responsibilities } from '../schema'
import { write } from '../write'
import { ensureOrganisation } from './organisations'

/** Who answers for a chain's target, an indicator or a box from a day on; the one before ends there. Returns the row in force, 0 for none. */
export function setResponsibility(ctx: Ctx, input: ResponsibilityInput): number {
  return write(ctx, 'setResponsibility', input, (tx) => {
    allow(canKeepEvaluation(ctx.actor))
    const { kind, code, organisation, fromDay, document } = input
    found(subjectOf(tx, input))
    const before = responsibleFor(tx, kind, code)
    const told = { organisation: before?.name ?? null, fromDay: before?.fromDay ?? null, document: before?.document ?? null }
    const stored = { ...told, version: before?.id ?? 0 }
    sameVersion(stored, input.version)
    if (organisation === told.organisation) return before?.id ?? 0
    if (fromDay > ctx.today) refuseField('fromDay', 'in-the-future')
    if (before && fromDay < before.fromDay) refuseField('fromDay', 'before-previous', { day: before.fromDay })
    const inForce = and(eq(responsibilities.kind, kind), eq(responsibilities.code, code), isNull(responsibilities.toDay))
    tx.update(responsibilities).set({ toDay: fromDay }).where(inForce).run()
    const id = organisation === null ? 0 : insert(tx, ctx, { ...input, organisation })
    const body = { kind, before: told, after: { organisation, fromDay, document } }
    recordEvent(tx, ctx, { action: 'responsibility.set', subject: `${kind}:${code}`, body })
    return id
  })
}

function insert(tx: Tx, ctx: Ctx, { kind, code, organisation, fromDay, document }: ResponsibilityInput & { organisation: string }): number {
  const organisationId = ensureOrganisation(tx, ctx, organisation, newUnitKind(organisation, 'responsible'))
  const row = { kind, code, organisationId, fromDay, document, createdAt: ctx.at }
  return tx.insert(responsibilities).values(row).returning({ id: responsibilities.id }).get().id
}

/** What the plan names by that code. */
function subjectOf(tx: Tx, { kind, code }: Pick<ResponsibilityInput, 'kind' | 'code'>): string | null {
  if (kind === 'chain') return planChains(tx).find(({ id }) => id === code)?.name ?? null
  if (kind === 'box') return planBoxes(tx).find(({ id }) => id === code)?.title ?? null
  return indicators(tx).find(({ no }) => no === code)?.name ?? null
}
