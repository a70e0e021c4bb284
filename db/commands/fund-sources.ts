import { and, eq, ne } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, found, refuseField, sameVersion } from '../../domain/errors'
import { mostFundSources } from '../../domain/fund'
import type { FundSourceEdit, FundSourceInput } from '../../domain/fund-input'
import { canKeepFundSources } from '../../domain/policy'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { allFundSources } from '../funds/sources'
import { fundSources } from '../schema'
import { write } from '../write'

/** A source more; it stands last. Returns its id. */
export function addFundSource(ctx: Ctx, input: FundSourceInput): number {
  return write(ctx, 'addFundSource', input, (tx) => {
    allow(canKeepFundSources(ctx.actor))
    nameIsFree(tx, input.name, 0)
    roomForOne(tx)
    const all = allFundSources(tx)
    const row = { code: `source-${all.length + 1}`, name: input.name, position: (all.at(-1)?.position ?? 0) + 1 }
    const { id } = tx.insert(fundSources).values(row).returning({ id: fundSources.id }).get()
    recordEvent(tx, ctx, { action: 'fund-source.added', subject: `fund-source:${id}`, body: { after: row } })
    return id
  })
}

/** Its name, place, and whether it is still asked for. Returns told under the old name keep it. */
export function changeFundSource(ctx: Ctx, input: FundSourceEdit): number {
  return write(ctx, 'changeFundSource', input, (tx) => {
    allow(canKeepFundSources(ctx.actor))
    const before = found(tx.select().from(fundSources).where(eq(fundSources.id, input.id)).get())
    sameVersion(before, input.version)
    nameIsFree(tx, input.name, input.id)
    if (input.active && !before.active) roomForOne(tx)
    const { name, position, active } = input
    tx.update(fundSources)
      .set({ name, position, active, version: before.version + 1 })
      .where(eq(fundSources.id, input.id))
      .run()
    const was = { name: before.name, position: before.position, active: before.active }
    const body = { before: was, after: { name, position, active } }
    recordEvent(tx, ctx, { action: 'fund-source.changed', subject: `fund-source:${input.id}`, body })
    return input.id
  })
}

function nameIsFree(tx: Tx, name: string, except: number): void {
  const other = and(eq(fundSources.name, name), ne(fundSources.id, except))
  if (tx.select().from(fundSources).where(other).get()) refuseField('name', 'fund-source-taken')
}

/** A form longer than that nobody would fill. */
function roomForOne(tx: Tx): void {
  if (allFundSources(tx).filter(({ active }) => active).length >= mostFundSources)
    refuseField('name', 'fund-sources-full', { max: mostFundSources })
}
