import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { yearOf } from '../../domain/calendar'
import { allow, found, refuse, refuseField } from '../../domain/errors'
import type { IndicatorValueInput } from '../../domain/indicator-input'
import { fitsForm } from '../../domain/indicator-value'
import type { PlanIndicator } from '../../domain/plan'
import { canEnterIndicators } from '../../domain/policy'
import type { ReviewStep } from '../../domain/review-workflow'
import type { Tx } from '../client'
import { planYears } from '../evaluation/plan-period'
import { recordEvent } from '../events'
import { indicators } from '../queries/plan'
import { decisionOn, submitter } from '../review'
import { indicatorValues } from '../schema'
import { write } from '../write'

/** An indicator's value of a year with its source; another person of the bureau approves it. Returns its id. */
export function submitIndicatorValue(ctx: Ctx, input: IndicatorValueInput): number {
  return write(ctx, 'submitIndicatorValue', input, (tx) => {
    allow(canEnterIndicators(ctx.actor))
    const indicator = found(indicators(tx).find(({ no }) => no === input.no))
    checkYear(tx, ctx, input)
    checkForm(indicator, input)
    const rows = tx.select().from(indicatorValues).where(sameYear(indicator.no, input.year)).orderBy(indicatorValues.id).all()
    if (rows.some(({ status }) => status === 'submitted')) refuse('one-open')
    const earlier = rows.find((row) => row.current)
    const revises = earlier !== undefined || (input.year === planYears(tx).base && indicator.value2020 !== null)
    if (revises && input.revisionReason === null) refuseField('revisionReason', 'revision-needs-reason')
    const { no, revisionReason, ...facts } = input
    const row = {
      ...facts,
      indicatorNo: no,
      revisionReason: revises ? revisionReason : null,
      revision: rows.length + 1,
      replacesId: earlier?.id ?? null,
      status: 'submitted' as const,
    }
    const stored = { ...row, submittedBy: submitter(ctx), submittedAt: ctx.at }
    const { id } = tx.insert(indicatorValues).values(stored).returning({ id: indicatorValues.id }).get()
    recordEvent(tx, ctx, { action: 'indicator-value.submitted', subject: `indicator:${no}`, body: { entry: id, ...row } })
    return id
  })
}

const sameYear = (no: string, year: number) => and(eq(indicatorValues.indicatorNo, no), eq(indicatorValues.year, year))

/** A year's value is known when the year is over. */
function checkYear(tx: Tx, ctx: Ctx, { year }: IndicatorValueInput): void {
  const { base, end } = planYears(tx)
  if (year < base || year > end) refuseField('year', 'year-outside-plan', { from: base, to: end })
  if (year >= yearOf(ctx.today)) refuseField('year', 'year-not-over', { year })
}

function checkForm({ target2025, value2020 }: PlanIndicator, { value }: IndicatorValueInput): void {
  const printed = target2025?.value ?? value2020
  if (!fitsForm(value, printed)) refuseField('value', printed === null ? 'not-a-number' : 'other-form', { printed: printed ?? '' })
}

/** Approved: it counts from now on; the one it corrects stays in the history. */
export function approveIndicatorValue(ctx: Ctx, id: number): void {
  write(ctx, 'approveIndicatorValue', { id }, (tx) => {
    const row = decide(tx, ctx, id, 'approve', null)
    tx.update(indicatorValues)
      .set({ current: false })
      .where(and(sameYear(row.indicatorNo, row.year), eq(indicatorValues.current, true)))
      .run()
    tx.update(indicatorValues).set({ current: true }).where(eq(indicatorValues.id, id)).run()
  })
}

export function returnIndicatorValue(ctx: Ctx, id: number, reason: string): void {
  write(ctx, 'returnIndicatorValue', { id, reason }, (tx) => {
    decide(tx, ctx, id, 'return', reason)
  })
}

export function withdrawIndicatorValue(ctx: Ctx, id: number): void {
  write(ctx, 'withdrawIndicatorValue', { id }, (tx) => {
    decide(tx, ctx, id, 'withdraw', null)
  })
}

const decided = {
  approve: 'indicator-value.approved',
  return: 'indicator-value.returned',
  withdraw: 'indicator-value.withdrawn',
} as const

function decide(tx: Tx, ctx: Ctx, id: number, step: ReviewStep, reason: string | null) {
  allow(canEnterIndicators(ctx.actor))
  const row = found(tx.select().from(indicatorValues).where(eq(indicatorValues.id, id)).get())
  tx.update(indicatorValues)
    .set(decisionOn(ctx, row, step, reason))
    .where(eq(indicatorValues.id, id))
    .run()
  const body = { entry: id, year: row.year, reason }
  recordEvent(tx, ctx, { action: decided[step], subject: `indicator:${row.indicatorNo}`, body })
  return row
}
