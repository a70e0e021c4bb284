import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { monthOf, yearOf } from '../../domain/calendar'
import { allow, found, refuse, refuseField } from '../../domain/errors'
import type { StatisticsInput } from '../../domain/output-input'
import { canEnterStatistics } from '../../domain/policy'
import type { ReviewStep } from '../../domain/review-workflow'
import { refreshChain } from '../chain-summaries'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { decisionOn, submitter } from '../review'
import { statisticsOutputs } from '../schema'
import { write } from '../write'

/** A chain's yearly output as statistics give it, with source and month reached; another person confirms it. */
export function submitStatistics(ctx: Ctx, input: StatisticsInput): number {
  return write(ctx, 'submitStatistics', input, (tx) => {
    allow(canEnterStatistics(ctx.actor))
    if (yearOf(input.throughMonth) !== input.year) refuseField('throughMonth', 'wrong-shape', { example: `${input.year}-09` })
    if (input.throughMonth > monthOf(ctx.today)) refuseField('throughMonth', 'in-the-future')
    if (input.output < 0) refuseField('output', 'not-positive')
    if (
      tx
        .select()
        .from(statisticsOutputs)
        .where(and(sameYear(input), eq(statisticsOutputs.status, 'submitted')))
        .get()
    )
      refuse('one-open')
    const { output, ...facts } = input
    const row = { ...facts, yuan: output, status: 'submitted' as const, submittedBy: submitter(ctx), submittedAt: ctx.at }
    const { id } = tx.insert(statisticsOutputs).values(row).returning({ id: statisticsOutputs.id }).get()
    recordEvent(tx, ctx, { action: 'statistics.submitted', subject: `chain:${input.chainId}`, body: { statistics: id, ...row } })
    return id
  })
}

const sameYear = ({ chainId, year }: Pick<StatisticsInput, 'chainId' | 'year'>) =>
  and(eq(statisticsOutputs.chainId, chainId), eq(statisticsOutputs.year, year))

export function approveStatistics(ctx: Ctx, id: number): void {
  write(ctx, 'approveStatistics', { id }, (tx) => {
    const row = decide(tx, ctx, id, 'approve', null)
    tx.update(statisticsOutputs)
      .set({ current: false })
      .where(and(sameYear(row), eq(statisticsOutputs.current, true)))
      .run()
    tx.update(statisticsOutputs).set({ current: true }).where(eq(statisticsOutputs.id, id)).run()
    refreshChain(tx, row.chainId, row.year)
  })
}

export function returnStatistics(ctx: Ctx, id: number, reason: string): void {
  write(ctx, 'returnStatistics', { id, reason }, (tx) => {
    decide(tx, ctx, id, 'return', reason)
  })
}

export function withdrawStatistics(ctx: Ctx, id: number): void {
  write(ctx, 'withdrawStatistics', { id }, (tx) => {
    decide(tx, ctx, id, 'withdraw', null)
  })
}

const decided = { approve: 'statistics.approved', return: 'statistics.returned', withdraw: 'statistics.withdrawn' } as const

function decide(tx: Tx, ctx: Ctx, id: number, step: ReviewStep, reason: string | null) {
  const row = found(tx.select().from(statisticsOutputs).where(eq(statisticsOutputs.id, id)).get())
  tx.update(statisticsOutputs)
    .set(decisionOn(ctx, row, step, reason))
    .where(eq(statisticsOutputs.id, id))
    .run()
  recordEvent(tx, ctx, { action: decided[step], subject: `chain:${row.chainId}`, body: { statistics: id, year: row.year, reason } })
  return row
}
