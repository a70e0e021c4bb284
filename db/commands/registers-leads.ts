import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import type { ChainLeadInput } from '../../domain/chain-lead'
import { allow, refuseField, sameVersion } from '../../domain/errors'
import { canKeepRegisters } from '../../domain/policy'
import { recordEvent } from '../events'
import { chainLeads } from '../schema'
import { write } from '../write'

/** 链长 from a day on; the one before ends where this one begins. Nobody named ends it. Returns the number of the lead in force, 0 for none. */
export function setChainLead(ctx: Ctx, input: ChainLeadInput): { chain: string; version: number } {
  return write(ctx, 'setChainLead', input, (tx) => {
    allow(canKeepRegisters(ctx.actor))
    const { chain, person, post, fromDay } = input
    const inForce = and(eq(chainLeads.chainId, chain), isNull(chainLeads.toDay))
    const before = tx.select().from(chainLeads).where(inForce).get()
    const told = { person: before?.person ?? null, post: before?.post ?? null, fromDay: before?.fromDay ?? null }
    sameVersion({ ...told, version: before?.id ?? 0 }, input.version)
    if (person === told.person && (person === null || post === told.post)) return { chain, version: before?.id ?? 0 }
    if (fromDay > ctx.today) refuseField('fromDay', 'in-the-future')
    if (before && fromDay < before.fromDay) refuseField('fromDay', 'before-previous', { day: before.fromDay })
    tx.update(chainLeads).set({ toDay: fromDay }).where(inForce).run()
    const row = person === null ? null : { chainId: chain, person, post, fromDay, createdAt: ctx.at }
    const id = row ? tx.insert(chainLeads).values(row).returning({ id: chainLeads.id }).get().id : 0
    const after = { person, post: row ? post : null, fromDay }
    recordEvent(tx, ctx, { action: 'chain-lead.set', subject: `chain:${chain}`, body: { before: told, after } })
    return { chain, version: id }
  })
}
