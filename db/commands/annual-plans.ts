import { and, eq } from 'drizzle-orm'
import { type Ctx, hasRole } from '../../domain/actor'
import { type AnnualPlanInput, annualPlanIssues, ownCurve } from '../../domain/annual-plan'
import { allow, found, Refusal, refuse, refuseField, sameVersion } from '../../domain/errors'
import { canDraftAnnualPlan, canListProjects } from '../../domain/policy'
import type { ReviewStep } from '../../domain/review-workflow'
import type { Reader, Tx } from '../client'
import { recordEvent } from '../events'
import { refuseImporter } from '../imports/writers'
import { readableWork, readableWorkById } from '../queries/readable-work'
import type { Work } from '../queries/work'
import { decisionOn, submitter } from '../review'
import { annualPlans, organisations } from '../schema'
import { refreshProject } from '../summaries'
import { notWithdrawn } from '../work-change'
import { write } from '../write'

type PlanRow = typeof annualPlans.$inferSelect

/** Planned investment, start and finish of one year; a later one adjusts it, with a reason. Returns its id. */
export function submitAnnualPlan(ctx: Ctx, input: AnnualPlanInput): number {
  return write(ctx, 'submitAnnualPlan', input, (tx) => {
    const work = readableWork(tx, ctx.actor, input.code)
    allow(canDraftAnnualPlan(ctx.actor, work))
    notWithdrawn(work)
    const rows = plansOf(tx, work.id, input.year)
    const current = rows.find((row) => row.current)
    sameVersion({ ...figures(current), version: rows.filter((row) => row.status === 'approved').length }, input.version)
    const facts = { adjusts: current !== undefined, needsDocument: hasRole(ctx.actor, 'bureau') }
    const issues = annualPlanIssues(input, ctx.today, facts)
    if (issues.length > 0) throw new Refusal('invalid', { issues })
    const waiting = rows.find((row) => row.status === 'submitted')
    if (waiting) refuse('one-waiting', {}, { id: waiting.id, submittedBy: waiting.submittedBy, submittedAt: waiting.submittedAt })
    return insertPlan(tx, ctx, work, input)
  })
}

const plansOf = (db: Reader, projectId: number, year: number): PlanRow[] =>
  db
    .select()
    .from(annualPlans)
    .where(and(eq(annualPlans.projectId, projectId), eq(annualPlans.year, year)))
    .all()

/** What a plan says, as events keep it and a stale form is shown it. */
function figures(row: PlanRow | undefined) {
  if (!row) return null
  const { plannedYuan, startMonth, finishMonth, productionMonth, curveShape, curve, imageGoal, leader, responsibleId, documentNo } = row
  return { plannedYuan, startMonth, finishMonth, productionMonth, curveShape, curve, imageGoal, leader, responsibleId, documentNo }
}

function insertPlan(tx: Tx, ctx: Ctx, work: Work, input: AnnualPlanInput): number {
  const { code: _code, version: _version, ...typed } = input
  if (typed.responsibleId !== null && !isUnit(tx, typed.responsibleId)) refuseField('responsibleId', 'not-a-choice')
  const facts = { ...typed, curve: ownCurve(input) }
  const row = { ...facts, projectId: work.id, status: 'submitted' as const, submittedBy: submitter(ctx), submittedAt: ctx.at }
  const { id } = tx.insert(annualPlans).values(row).returning({ id: annualPlans.id }).get()
  recordEvent(tx, ctx, { action: 'annual-plan.submitted', subject: `project:${work.code}`, body: { annualPlan: id, ...facts } })
  refreshProject(tx, ctx.today, work.id)
  return id
}

const isUnit = (tx: Tx, id: number): boolean => tx.select().from(organisations).where(eq(organisations.id, id)).get() !== undefined

/** In force from now on. A draft without document number gets it here: no plan stands without one. */
export function approveAnnualPlan(ctx: Ctx, id: number, documentNo: string | null = null): void {
  write(ctx, 'approveAnnualPlan', { id, documentNo }, (tx) => {
    const { row, work } = planToDecide(tx, ctx, id)
    refuseImporter(tx, ctx.actor, 'annual_plans', id)
    const decision = decisionOn(ctx, row, 'approve', null)
    const number = row.documentNo ?? documentNo ?? refuseField('documentNo', 'required')
    const before = plansOf(tx, work.id, row.year).find((plan) => plan.current)
    if (before) tx.update(annualPlans).set({ current: false }).where(eq(annualPlans.id, before.id)).run()
    tx.update(annualPlans)
      .set({ ...decision, documentNo: number, current: true })
      .where(eq(annualPlans.id, id))
      .run()
    const body = { annualPlan: id, year: row.year, before: figures(before), after: { ...figures(row), documentNo: number } }
    recordEvent(tx, ctx, { action: 'annual-plan.approved', subject: `project:${work.code}`, body })
    refreshProject(tx, ctx.today, work.id)
  })
}

export function returnAnnualPlan(ctx: Ctx, id: number, reason: string): void {
  write(ctx, 'returnAnnualPlan', { id, reason }, (tx) => closePlan(tx, ctx, id, 'return', reason))
}

export function withdrawAnnualPlan(ctx: Ctx, id: number): void {
  write(ctx, 'withdrawAnnualPlan', { id }, (tx) => closePlan(tx, ctx, id, 'withdraw', null))
}

const closed = { return: 'annual-plan.returned', withdraw: 'annual-plan.withdrawn' } as const

function closePlan(tx: Tx, ctx: Ctx, id: number, step: Exclude<ReviewStep, 'approve'>, reason: string | null): void {
  const { row, work } = planToDecide(tx, ctx, id)
  tx.update(annualPlans)
    .set(decisionOn(ctx, row, step, reason))
    .where(eq(annualPlans.id, id))
    .run()
  recordEvent(tx, ctx, { action: closed[step], subject: `project:${work.code}`, body: { annualPlan: id, year: row.year, reason } })
  refreshProject(tx, ctx.today, work.id)
}

function planToDecide(tx: Tx, ctx: Ctx, id: number): { row: PlanRow; work: Work } {
  allow(canListProjects(ctx.actor))
  const row = found(tx.select().from(annualPlans).where(eq(annualPlans.id, id)).get())
  return { row, work: readableWorkById(tx, ctx.actor, row.projectId) }
}
