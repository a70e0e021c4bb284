import { and, eq, isNull } from 'drizzle-orm'
import { type Ctx, hasRole } from '../../domain/actor'
import { monthOf, quarterEnd, quarterOf, yearOf } from '../../domain/calendar'
import { outputDraft } from '../../domain/draft'
import { allow, found, refuse, refuseField } from '../../domain/errors'
import type { OutputInput } from '../../domain/output-input'
import type { ChainId } from '../../domain/plan'
import { canReadEnterpriseOutput, canSubmitOutput } from '../../domain/policy'
import type { ReviewStep } from '../../domain/review-workflow'
import { refreshChain } from '../chain-summaries'
import type { Tx } from '../client'
import { handInDraft } from '../drafts'
import { recordEvent } from '../events'
import { decisionOn, submitter } from '../review'
import { chainEnterprises, outputReturns } from '../schema'
import { checkOnBehalf } from '../submission'
import { write } from '../write'

/** An enterprise's quarter, by its own unit or by the bureau on its behalf. Returns the return's id. */
export function submitOutput(ctx: Ctx, input: OutputInput): number {
  return write(ctx, 'submitOutput', input, (tx) => {
    allowEnterprise(ctx, input.organisationId)
    checkOutput(tx, ctx, input)
    const rows = tx.select().from(outputReturns).where(sameQuarter(input)).orderBy(outputReturns.id).all()
    if (rows.some((row) => row.status === 'submitted')) refuse('one-open')
    const current = rows.find((row) => row.current)
    if (current && input.revisionReason === null) refuseField('revisionReason', 'revision-needs-reason')
    const { yearToDate, ...facts } = input
    const row = {
      ...facts,
      revisionReason: current ? facts.revisionReason : null,
      yearToDateYuan: yearToDate,
      status: 'submitted' as const,
      revision: rows.length + 1,
      replacesId: (current ?? rows.at(-1))?.id ?? null,
    }
    const { id } = tx
      .insert(outputReturns)
      .values({ ...row, submittedBy: submitter(ctx), submittedAt: ctx.at })
      .returning({ id: outputReturns.id })
      .get()
    const evidence = handInDraft(tx, ctx, outputDraft(input.organisationId, input.chainId, input.quarter), `output:${id}`)
    recordEvent(tx, ctx, { action: 'output.submitted', subject: outputSubject(input), body: { return: id, ...row, evidence } })
    return id
  })
}

const sameQuarter = ({ organisationId, chainId, quarter }: Pick<OutputInput, 'organisationId' | 'chainId' | 'quarter'>) =>
  and(eq(outputReturns.organisationId, organisationId), eq(outputReturns.chainId, chainId), eq(outputReturns.quarter, quarter))

const outputSubject = ({ chainId, organisationId }: { chainId: ChainId; organisationId: number }) =>
  `chain:${chainId}:organisation:${organisationId}`

function checkOutput(tx: Tx, ctx: Ctx, input: OutputInput): void {
  if (!isTied(tx, input)) refuseField('organisationId', 'not-tied')
  if (input.quarter > quarterOf(monthOf(ctx.today)) || quarterEnd(input.quarter) >= monthOf(ctx.today))
    refuseField('quarter', 'quarter-not-over')
  if (input.yearToDate < 0) refuseField('yearToDate', 'not-positive')
  checkOnBehalf(ctx, input)
}

/** For an owner another enterprise's returns do not exist. */
function allowEnterprise(ctx: Ctx, organisationId: number): void {
  if (hasRole(ctx.actor, 'owner') && !canReadEnterpriseOutput(ctx.actor, organisationId)) refuse('not-found')
  allow(canSubmitOutput(ctx.actor, organisationId))
}

function isTied(tx: Tx, { chainId, organisationId }: { chainId: ChainId; organisationId: number }): boolean {
  const tie = and(
    eq(chainEnterprises.chainId, chainId),
    eq(chainEnterprises.organisationId, organisationId),
    isNull(chainEnterprises.toDay),
  )
  return tx.select().from(chainEnterprises).where(tie).get() !== undefined
}

/** Approved: the enterprise's figure enters its chain's output of that year, in the same transaction. */
export function approveOutput(ctx: Ctx, id: number): void {
  write(ctx, 'approveOutput', { id }, (tx) => {
    const row = decideOutput(tx, ctx, id, 'approve', null)
    tx.update(outputReturns)
      .set({ current: false })
      .where(and(sameQuarter(row), eq(outputReturns.current, true)))
      .run()
    tx.update(outputReturns).set({ current: true }).where(eq(outputReturns.id, id)).run()
    refreshChain(tx, row.chainId, yearOf(row.quarter))
  })
}

export function returnOutput(ctx: Ctx, id: number, reason: string): void {
  write(ctx, 'returnOutput', { id, reason }, (tx) => {
    decideOutput(tx, ctx, id, 'return', reason)
  })
}

export function withdrawOutput(ctx: Ctx, id: number): void {
  write(ctx, 'withdrawOutput', { id }, (tx) => {
    decideOutput(tx, ctx, id, 'withdraw', null)
  })
}

const decided = { approve: 'output.approved', return: 'output.returned', withdraw: 'output.withdrawn' } as const

function decideOutput(tx: Tx, ctx: Ctx, id: number, step: ReviewStep, reason: string | null) {
  const row = found(tx.select().from(outputReturns).where(eq(outputReturns.id, id)).get())
  if (hasRole(ctx.actor, 'owner') && !canReadEnterpriseOutput(ctx.actor, row.organisationId)) refuse('not-found')
  tx.update(outputReturns)
    .set(decisionOn(ctx, row, step, reason))
    .where(eq(outputReturns.id, id))
    .run()
  recordEvent(tx, ctx, { action: decided[step], subject: outputSubject(row), body: { return: id, quarter: row.quarter, reason } })
  return row
}
