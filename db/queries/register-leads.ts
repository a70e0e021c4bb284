import { desc, eq, isNull } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import type { ChainId } from '../../domain/plan'
import { canKeepRegisters, canReadRegisters, canReadRollups } from '../../domain/policy'
import { orm } from '../client'
import { chainLeads } from '../schema'
import { planChains } from './plan'

/** 链长 from a day to a day; `toDay` null = in force. */
export type ChainLead = { id: number; person: string; post: string | null; fromDay: string; toDay: string | null }
/** A chain of the plan, who leads it now and who did. */
export type LedChain = { id: ChainId; name: string; now: ChainLead | null; earlier: ChainLead[]; mayChange: boolean }

const columns = {
  ...{ id: chainLeads.id, person: chainLeads.person, post: chainLeads.post, fromDay: chainLeads.fromDay, toDay: chainLeads.toDay },
}

/** Who leads each chain now; a chain without one is not in it. */
export function leadsInForce(actor: Actor): Map<ChainId, ChainLead> {
  allow(canReadRollups(actor))
  const rows = orm()
    .select({ ...columns, chainId: chainLeads.chainId })
    .from(chainLeads)
    .where(isNull(chainLeads.toDay))
    .all()
  return new Map(rows.map(({ chainId, ...lead }) => [chainId, lead]))
}

const mostLeads = 200

/** Everybody who ever led a chain, the latest first. */
export function leadsOfChain(actor: Actor, chainId: ChainId): ChainLead[] {
  allow(canReadRollups(actor))
  const rows = orm().select(columns).from(chainLeads).where(eq(chainLeads.chainId, chainId))
  return rows.orderBy(desc(chainLeads.fromDay), desc(chainLeads.id)).limit(mostLeads).all()
}

/** The nine chains in the plan's order. */
export function leadRegister(actor: Actor): LedChain[] {
  allow(canReadRegisters(actor))
  const mayChange = canKeepRegisters(actor)
  return planChains().map(({ id, name }) => {
    const leads = leadsOfChain(actor, id)
    const now = leads.find(({ toDay }) => toDay === null) ?? null
    return { id, name, now, earlier: leads.filter(({ toDay }) => toDay !== null), mayChange }
  })
}
