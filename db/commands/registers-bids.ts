import { eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, found, Refusal, refuseField, sameVersion } from '../../domain/errors'
import { canKeepRegisters } from '../../domain/policy'
import { type NewPolicyBid, type PolicyBidChange, plannedBids, policyBidIssues } from '../../domain/policy-bid'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { organisationByName } from '../queries/organisations'
import { chapterTen } from '../queries/plan'
import { policyBids } from '../schema'
import { write } from '../write'

/** An attempt to win one of the four policies the plan names. */
export function recordPolicyBid(ctx: Ctx, input: NewPolicyBid): { id: number } {
  return write(ctx, 'recordPolicyBid', input, (tx) => {
    allow(canKeepRegisters(ctx.actor))
    const columns = checkedColumns(tx, ctx, input)
    const row = { ...columns, createdAt: ctx.at }
    const { id } = tx.insert(policyBids).values(row).returning({ id: policyBids.id }).get()
    recordEvent(tx, ctx, { action: 'policy-bid.recorded', subject: `bid:${id}`, body: { before: null, after: columns } })
    return { id }
  })
}

export function changePolicyBid(ctx: Ctx, input: PolicyBidChange): { id: number; version: number } {
  return write(ctx, 'changePolicyBid', input, (tx) => {
    allow(canKeepRegisters(ctx.actor))
    const row = found(tx.select().from(policyBids).where(eq(policyBids.id, input.id)).get())
    sameVersion(row, input.version)
    const columns = checkedColumns(tx, ctx, input)
    const version = row.version + 1
    tx.update(policyBids)
      .set({ ...columns, version })
      .where(eq(policyBids.id, row.id))
      .run()
    const { id, version: _, createdAt: __, ...before } = row
    recordEvent(tx, ctx, { action: 'policy-bid.changed', subject: `bid:${id}`, body: { before, after: columns } })
    return { id, version }
  })
}

function checkedColumns(tx: Tx, ctx: Ctx, input: NewPolicyBid) {
  const { bidCode, title, addressee, submittedOn, documentNo, result, resultOn, resultDocument, amountYuan, remark } = input
  if (!plannedBids(chapterTen(tx)).some(({ code }) => code === bidCode)) refuseField('bidCode', 'not-a-choice')
  const unitId = input.unit === null ? null : (organisationByName(tx, input.unit)?.id ?? refuseField('unit', 'organisation-unknown'))
  const issues = policyBidIssues(input, ctx.today)
  if (issues.length > 0) throw new Refusal('invalid', { issues })
  return { bidCode, title, addressee, unitId, submittedOn, documentNo, result, resultOn, resultDocument, amountYuan, remark }
}
