import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, found, refuse, refuseField } from '../../domain/errors'
import { type CarryOverInput, isUnfinished, type PeriodInput } from '../../domain/next-period'
import { canKeepEvaluation } from '../../domain/policy'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { submitter } from '../review'
import { planPeriods, projectPeriods, projects } from '../schema'
import { write } from '../write'

/** A period that begins after every one there is; its own plan may come later. */
export function openPeriod(ctx: Ctx, input: PeriodInput): string {
  return write(ctx, 'openPeriod', input, (tx) => {
    allow(canKeepEvaluation(ctx.actor))
    const { id, name, fromDay, toDay } = input
    const periods = tx.select().from(planPeriods).all()
    if (periods.some((period) => period.id === id || period.name === name)) refuse('period-exists')
    const last = periods
      .map((period) => period.toDay)
      .sort()
      .at(-1)
    if (last !== undefined && fromDay <= last) refuseField('fromDay', 'before-previous', { day: last })
    tx.insert(planPeriods)
      .values({ id, name, fromDay, toDay, openedBy: submitter(ctx), openedAt: ctx.at })
      .run()
    recordEvent(tx, ctx, { action: 'period.opened', subject: `period:${id}`, body: { name, fromDay, toDay } })
    return id
  })
}

/** Works that are not finished go on in a later library; where they came from stays with them. Returns how many. */
export function carryOver(ctx: Ctx, input: CarryOverInput): number {
  return write(ctx, 'carryOver', input, (tx) => {
    allow(canKeepEvaluation(ctx.actor))
    const period = found(tx.select().from(planPeriods).where(eq(planPeriods.id, input.periodId)).get())
    if (period.openedBy === null) refuseField('periodId', 'not-a-choice')
    const codes = [...new Set(input.codes)]
    for (const code of codes) carryWork(tx, ctx, { code, period, reason: input.reason })
    return codes.length
  })
}

type Carrying = { code: string; period: typeof planPeriods.$inferSelect; reason: string }

function carryWork(tx: Tx, ctx: Ctx, { code, period, reason }: Carrying): void {
  const work = found(tx.select().from(projects).where(eq(projects.code, code)).get())
  if (!isUnfinished(work.stage)) refuseField('codes', 'work-settled', { work: code })
  const inForce = and(eq(projectPeriods.projectId, work.id), isNull(projectPeriods.toDay))
  const before = tx.select().from(projectPeriods).where(inForce).get()
  const from = before?.periodId ?? work.periodId
  if (from === period.id) refuseField('codes', 'work-in-period', { work: code })
  const fromDay = [ctx.today, period.fromDay].sort().at(-1) ?? ctx.today
  tx.update(projectPeriods).set({ toDay: fromDay }).where(inForce).run()
  const row = { projectId: work.id, periodId: period.id, fromDay, reason, createdBy: submitter(ctx), createdAt: ctx.at }
  tx.insert(projectPeriods).values(row).run()
  const body = { from, to: period.id, fromDay, stage: work.stage, reason }
  recordEvent(tx, ctx, { action: 'project.carried-over', subject: `project:${code}`, body })
}
