import { and, eq } from 'drizzle-orm'
import { type Ctx, hasRole } from '../../domain/actor'
import { monthOf, yearOf } from '../../domain/calendar'
import { found, Refusal, refuseField } from '../../domain/errors'
import { blockingIssues, oddities, yearToDate } from '../../domain/update-checks'
import type { CompletionInput, MilestoneInput, MonthlyInput } from '../../domain/update-input'
import type { Tx } from '../client'
import { currentSheet } from '../queries/project-facts'
import { approvedBefore, type UpdateRow, updateFacts } from '../queries/update-facts'
import { type Work, workByCode } from '../queries/work'
import { milestones, organisations } from '../schema'
import { allowSubmission, insertUpdate, needRemark } from '../submission'
import { write } from '../write'

/** The owner's month (or the bureau's entry on behalf). Returns the update's id. */
export function submitMonthlyUpdate(ctx: Ctx, input: MonthlyInput): number {
  return write(ctx, 'submitMonthlyUpdate', input, (tx) => {
    const work = workByCode(tx, input.code)
    allowSubmission(ctx, work, input)
    const facts = updateFacts(tx, work, input.period, ctx.today)
    const told = input.noChange ? unchanged(input, approvedBefore(tx, work.id, input.period)[0] ?? null) : input
    const issues = blockingIssues(told, facts)
    if (issues.length > 0) throw new Refusal('invalid', { issues })
    checkAsked(tx, ctx, told.conditionUnitId)
    const warnings = oddities(told, facts)
    needRemark(warnings, input.remark)
    return insertUpdate(
      tx,
      ctx,
      work,
      { kind: 'monthly', period: input.period, milestoneId: null },
      monthlyFacts(told, facts.figures, warnings),
    )
  })
}

/** "No change this month": last approved answers again; a new year begins at nothing done, if anything was known at all. */
function unchanged(input: MonthlyInput, last: UpdateRow | null): MonthlyInput {
  const sameYear = last !== null && yearOf(last.period) === yearOf(input.period)
  const known = last?.yearToDateYuan ?? null
  return {
    ...input,
    investmentBasis: 'year',
    investment: known === null ? null : sameYear ? known : 0,
    step: last?.step ?? null,
    progressText: last?.progressText ?? null,
    percent: last?.percent ?? null,
    quantityDone: last?.quantityDone ?? null,
    conditionKind: null,
    conditionAsk: null,
    conditionUnitId: null,
    forecastOn: null,
  }
}

/** A condition is asked of a department, town or park; a project unit cannot ask another firm. */
function checkAsked(tx: Tx, ctx: Ctx, id: number | null): void {
  if (id === null) return
  const asked = tx.select().from(organisations).where(eq(organisations.id, id)).get()
  const official = asked !== undefined && ['department', 'town', 'park'].includes(asked.kind)
  const own = asked !== undefined && ctx.actor.kind === 'user' && asked.id === ctx.actor.organisationId
  if (!asked || (hasRole(ctx.actor, 'owner') && !official && !own)) refuseField('conditionUnitId', 'not-a-choice')
}

function monthlyFacts(input: MonthlyInput, figures: Parameters<typeof yearToDate>[1], warnings: string[]) {
  const { code: _code, period: _period, investment: _typed, investmentBasis: _basis, ...facts } = input
  const toDate = yearToDate(input, figures)
  return { ...facts, yearToDateYuan: toDate === 'unknown-before' ? null : toDate, warnings }
}

/** A milestone met on a day, or a new forecast with its reason. */
export function submitMilestoneUpdate(ctx: Ctx, input: MilestoneInput): number {
  return write(ctx, 'submitMilestoneUpdate', input, (tx) => {
    const work = workByCode(tx, input.code)
    allowSubmission(ctx, work, input)
    const milestone = milestoneOf(tx, work, input.milestoneId)
    checkMilestone(ctx, input, milestone.metOn !== null)
    const day = input.metOn ?? ctx.today
    const { code: _code, milestoneId, ...facts } = input
    return insertUpdate(tx, ctx, work, { kind: 'milestone', period: monthOf(day), milestoneId }, { ...facts, warnings: [] })
  })
}

function milestoneOf(tx: Tx, work: Work, id: number) {
  const milestone = found(
    tx
      .select()
      .from(milestones)
      .where(and(eq(milestones.id, id), eq(milestones.projectId, work.id)))
      .get(),
  )
  if (milestone.baselineOn === null) refuseField('milestoneId', 'wrong-milestone')
  return milestone
}

function checkMilestone(ctx: Ctx, input: MilestoneInput, met: boolean): void {
  if ((input.metOn === null) === (input.forecastOn === null)) refuseField('metOn', 'choose-one')
  if (input.metOn !== null && input.metOn > ctx.today) refuseField('metOn', 'in-the-future')
  if (input.forecastOn !== null && input.forecastOn < ctx.today) refuseField('forecastOn', 'forecast-past')
  if (input.forecastOn !== null && input.reason === null) refuseField('reason', 'needs-reason')
  if (met && input.revisionReason === null) refuseField('revisionReason', 'revision-needs-reason')
}

/** A finished work by one entry, marked as back-filled and never late. */
export function submitCompletion(ctx: Ctx, input: CompletionInput): number {
  return write(ctx, 'submitCompletion', input, (tx) => {
    const work = workByCode(tx, input.code)
    allowSubmission(ctx, work, input)
    if (input.completedOn > ctx.today) refuseField('completedOn', 'in-the-future')
    const startMonth = currentSheet(tx, work.id)?.startMonth ?? null
    if (startMonth !== null && monthOf(input.completedOn) < startMonth)
      refuseField('completedOn', 'finish-before-start', { start: startMonth })
    if (input.final !== null && input.final < 0) refuseField('final', 'not-positive')
    const { code: _code, final, ...facts } = input
    const subject = { kind: 'completion' as const, period: monthOf(input.completedOn), milestoneId: null }
    return insertUpdate(tx, ctx, work, subject, { ...facts, finalYuan: final, warnings: [] })
  })
}
