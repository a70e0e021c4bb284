import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { yearOf } from '../../domain/calendar'
import { allow, found, refuseField } from '../../domain/errors'
import type { EnterpriseInput, NamedEnterpriseInput } from '../../domain/output-input'
import { canEditLibrary, canLoadPlan } from '../../domain/policy'
import { refreshChain } from '../chain-summaries'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { bearerOf, planFrom, planTies } from '../plan-enterprises'
import { organisationByName } from '../queries/organisations'
import { chainEnterprises, chainOutputs, organisations } from '../schema'
import { write } from '../write'
import { ensureOrganisation } from './organisations'

/** The bureau says that an enterprise belongs to a chain: it is one of the N of "n of N" from today. */
export function tieEnterprise(ctx: Ctx, input: EnterpriseInput): void {
  write(ctx, 'tieEnterprise', input, (tx) => {
    allow(canEditLibrary(ctx.actor))
    found(tx.select().from(organisations).where(eq(organisations.id, input.organisationId)).get())
    tie(tx, ctx, { ...input, basis: 'confirmed', fromDay: ctx.today })
  })
}

/** The same by name; a firm nobody has named yet is founded only when that is said. */
export function tieNamedEnterprise(ctx: Ctx, input: NamedEnterpriseInput): void {
  write(ctx, 'tieNamedEnterprise', input, (tx) => {
    allow(canEditLibrary(ctx.actor))
    const known = organisationByName(tx, input.organisation)?.id
    if (known === undefined && !input.isNew) refuseField('organisation', 'organisation-unknown')
    const organisationId = known ?? ensureOrganisation(tx, ctx, input.organisation, 'company')
    tie(tx, ctx, { chainId: input.chainId, organisationId, basis: 'confirmed', fromDay: ctx.today })
  })
}

/** The firms the plan's own words put in a chain, from the plan's first day; a tie that was ever made, or ended by the bureau, is left as it is. */
export function tiePlanEnterprises(ctx: Ctx): number {
  return write(ctx, 'tiePlanEnterprises', null, (tx) => {
    allow(canLoadPlan(ctx.actor))
    const fromDay = planFrom(tx) ?? ctx.today
    const made = planTies(tx).filter(({ chainId, firm }) => {
      const organisationId = bearerOf(tx, firm) ?? ensureOrganisation(tx, ctx, firm, 'company', fromDay)
      if (wasTied(tx, { chainId, organisationId })) return false
      tie(tx, ctx, { chainId, organisationId, basis: 'stated', fromDay })
      return true
    })
    return made.length
  })
}

function wasTied(tx: Tx, { chainId, organisationId }: Tied): boolean {
  const ever = and(eq(chainEnterprises.chainId, chainId), eq(chainEnterprises.organisationId, organisationId))
  return tx.select().from(chainEnterprises).where(ever).limit(1).get() !== undefined
}

function tie(tx: Tx, ctx: Ctx, made: Omit<typeof chainEnterprises.$inferInsert, 'toDay'>): void {
  if (tx.select().from(chainEnterprises).where(tieOf(made)).get()) return
  const row = { ...made, toDay: null }
  tx.insert(chainEnterprises)
    .values(row)
    .onConflictDoUpdate({ target: [chainEnterprises.chainId, chainEnterprises.organisationId, chainEnterprises.fromDay], set: row })
    .run()
  const body = { organisation: made.organisationId, basis: made.basis }
  recordEvent(tx, ctx, { action: 'enterprise.tied', subject: `chain:${made.chainId}`, body })
  refreshYears(tx, ctx, made)
}

export function untieEnterprise(ctx: Ctx, input: EnterpriseInput): void {
  write(ctx, 'untieEnterprise', input, (tx) => {
    allow(canEditLibrary(ctx.actor))
    found(tx.select().from(chainEnterprises).where(tieOf(input)).get())
    tx.update(chainEnterprises).set({ toDay: ctx.today }).where(tieOf(input)).run()
    recordEvent(tx, ctx, { action: 'enterprise.untied', subject: `chain:${input.chainId}`, body: { organisation: input.organisationId } })
    refreshYears(tx, ctx, input)
  })
}

type Tied = Pick<typeof chainEnterprises.$inferInsert, 'chainId' | 'organisationId'>
const tieOf = ({ chainId, organisationId }: Tied) =>
  and(eq(chainEnterprises.chainId, chainId), eq(chainEnterprises.organisationId, organisationId), isNull(chainEnterprises.toDay))

/** N changes for every year that has a summary, and for this one. */
function refreshYears(tx: Tx, ctx: Ctx, { chainId }: Tied): void {
  const years = tx.select({ year: chainOutputs.year }).from(chainOutputs).where(eq(chainOutputs.chainId, chainId)).all()
  for (const year of new Set([yearOf(ctx.today), ...years.map((row) => row.year)])) refreshChain(tx, chainId, year)
}
