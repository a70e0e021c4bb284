import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { monthOf, quarterOf } from '../../domain/calendar'
import { allow, found, refuse, refuseField } from '../../domain/errors'
import { type FundLine, fundSum } from '../../domain/fund'
import { fundOddities, saysNothing, toldLines } from '../../domain/fund-checks'
import type { FundInput } from '../../domain/fund-input'
import { canListProjects, canSubmitFunds } from '../../domain/policy'
import type { ReviewStep } from '../../domain/review-workflow'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { askedSources, type FundReturn, fundContext, linesOf, returnsOfQuarter, sameQuarter } from '../funds/returns'
import { readableWork, readableWorkById } from '../queries/readable-work'
import type { Work } from '../queries/work'
import { decisionOn, submitter } from '../review'
import { fundLines, fundReturns } from '../schema'
import { checkOnBehalf, needRemark } from '../submission'
import { refreshProject } from '../summaries'
import { notWithdrawn } from '../work-change'
import { write } from '../write'

/** A work's money by source up to a quarter's end, by its own unit or by the bureau on its behalf. Returns the return's id. */
export function submitFunds(ctx: Ctx, input: FundInput): number {
  return write(ctx, 'submitFunds', input, (tx) => {
    const work = readableWork(tx, ctx.actor, input.code)
    allow(canSubmitFunds(ctx.actor, work))
    checkOnBehalf(ctx, input)
    notWithdrawn(work)
    checkQuarter(ctx, input.quarter)
    const of = { projectId: work.id, quarter: input.quarter }
    const rows = returnsOfQuarter(tx, of)
    const open = rows.find((row) => row.status === 'submitted')
    if (open) refuse('one-open', {}, { id: open.id, submittedBy: open.submittedBy, submittedAt: open.submittedAt })
    const current = rows.find((row) => row.current)
    if (current && input.revisionReason === null) refuseField('revisionReason', 'revision-needs-reason')
    const context = fundContext(tx, of)
    const lines = linesTold(tx, input, [...context.before, ...(current ? linesOf(tx, current.id) : [])])
    const warnings = fundOddities(lines, context)
    needRemark(warnings, input.remark)
    return insertReturn(tx, ctx, work, { input, lines, warnings, corrects: current, tries: rows })
  })
}

/** In place and paid are sums up to a quarter's end: nobody can tell one that still runs. */
function checkQuarter({ today }: Ctx, quarter: string): void {
  if (quarter < '2021Q1') refuseField('quarter', 'before-period', { month: '2021-01' })
  if (quarter >= quarterOf(monthOf(today))) refuseField('quarter', 'quarter-not-over')
}

function linesTold(tx: Tx, input: FundInput, before: readonly FundLine[]): FundLine[] {
  const sources = askedSources(tx, before)
  const stranger = input.lines.findIndex((line) => !sources.some(({ id }) => id === line.sourceId))
  if (stranger >= 0) refuseField(`lines.${stranger}.planned`, 'not-a-choice')
  const lines = toldLines(sources, input.lines, input.restNone)
  if (saysNothing(lines)) refuseField('lines.0.planned', 'required')
  return lines
}

type NewReturn = { input: FundInput; lines: FundLine[]; warnings: string[]; corrects: FundReturn | undefined; tries: FundReturn[] }

function insertReturn(tx: Tx, ctx: Ctx, work: Work, { input, lines, warnings, corrects, tries }: NewReturn): number {
  const { quarter, remark, onBehalfSource, onBehalfOn } = input
  const row = {
    projectId: work.id,
    quarter,
    revision: tries.length + 1,
    replacesId: (corrects ?? tries.at(-1))?.id ?? null,
    revisionReason: corrects ? input.revisionReason : null,
    remark,
    warnings,
    onBehalfSource,
    onBehalfOn,
    status: 'submitted' as const,
    submittedBy: submitter(ctx),
    submittedAt: ctx.at,
  }
  const { id } = tx.insert(fundReturns).values(row).returning({ id: fundReturns.id }).get()
  tx.insert(fundLines)
    .values(lines.map((line) => ({ ...line, returnId: id })))
    .run()
  const sums = {
    plannedYuan: fundSum(lines, 'planned').yuan,
    inPlaceYuan: fundSum(lines, 'inPlace').yuan,
    paidYuan: fundSum(lines, 'paid').yuan,
  }
  const body = { fundReturn: id, quarter, ...sums, lines, remark, revisionReason: row.revisionReason, onBehalfSource, onBehalfOn, warnings }
  recordEvent(tx, ctx, { action: 'funds.submitted', subject: `project:${work.code}`, body })
  return id
}

/** Approved: the work's money by source counts from now on. */
export function approveFunds(ctx: Ctx, id: number): void {
  write(ctx, 'approveFunds', { id }, (tx) => {
    const row = decide(tx, ctx, id, 'approve', null)
    tx.update(fundReturns)
      .set({ current: false })
      .where(and(sameQuarter(row), eq(fundReturns.current, true)))
      .run()
    tx.update(fundReturns).set({ current: true }).where(eq(fundReturns.id, id)).run()
    refreshProject(tx, ctx.today, row.projectId)
  })
}

export function returnFunds(ctx: Ctx, id: number, reason: string): void {
  write(ctx, 'returnFunds', { id, reason }, (tx) => {
    decide(tx, ctx, id, 'return', reason)
  })
}

export function withdrawFunds(ctx: Ctx, id: number): void {
  write(ctx, 'withdrawFunds', { id }, (tx) => {
    decide(tx, ctx, id, 'withdraw', null)
  })
}

const decided = { approve: 'funds.approved', return: 'funds.returned', withdraw: 'funds.withdrawn' } as const

function decide(tx: Tx, ctx: Ctx, id: number, step: ReviewStep, reason: string | null): FundReturn {
  allow(canListProjects(ctx.actor))
  const row = found(tx.select().from(fundReturns).where(eq(fundReturns.id, id)).get())
  const { code } = readableWorkById(tx, ctx.actor, row.projectId)
  tx.update(fundReturns)
    .set(decisionOn(ctx, row, step, reason))
    .where(eq(fundReturns.id, id))
    .run()
  recordEvent(tx, ctx, { action: decided[step], subject: `project:${code}`, body: { fundReturn: id, quarter: row.quarter, reason } })
  return row
}
