import { and, desc, eq, gte, isNotNull, or } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { found } from '../../domain/errors'
import type { ReviewStep } from '../../domain/review-workflow'
import type { Tx } from '../client'
import { insertCondition } from '../desk/conditions'
import { recordEvent } from '../events'
import { refuseImporter } from '../imports/writers'
import { milestoneSpokenOf, type UpdateRow } from '../queries/update-facts'
import { type Work, workById } from '../queries/work'
import { decisionOn } from '../review'
import { conditions, milestones, projectStages, projects, updates } from '../schema'
import { seen } from '../submission'
import { refreshProject } from '../summaries'
import { write } from '../write'

/** Approved: the figure counts from now on, in the same transaction as everything it moves. */
export function approveUpdate(ctx: Ctx, id: number): void {
  write(ctx, 'approveUpdate', { id }, (tx) => {
    const update = loadUpdate(tx, ctx, id)
    refuseImporter(tx, ctx.actor, 'updates', id)
    decide(tx, ctx, update, 'approve', null)
    takePlace(tx, update)
    apply(tx, ctx, update)
    refreshProject(tx, ctx.today, update.projectId)
  })
}

export function returnUpdate(ctx: Ctx, id: number, reason: string): void {
  write(ctx, 'returnUpdate', { id, reason }, (tx) => {
    const update = loadUpdate(tx, ctx, id)
    decide(tx, ctx, update, 'return', reason)
    refreshProject(tx, ctx.today, update.projectId)
  })
}

export function withdrawUpdate(ctx: Ctx, id: number): void {
  write(ctx, 'withdrawUpdate', { id }, (tx) => {
    const update = loadUpdate(tx, ctx, id)
    decide(tx, ctx, update, 'withdraw', null)
    refreshProject(tx, ctx.today, update.projectId)
  })
}

function loadUpdate(tx: Tx, ctx: Ctx, id: number): UpdateRow {
  const update = found(tx.select().from(updates).where(eq(updates.id, id)).get())
  seen(ctx, workById(tx, update.projectId))
  return update
}

const decided = { approve: 'update.approved', return: 'update.returned', withdraw: 'update.withdrawn' } as const

function decide(tx: Tx, ctx: Ctx, update: UpdateRow, step: ReviewStep, reason: string | null): void {
  const decision = { ...decisionOn(ctx, update, step, reason), decidedOn: ctx.today }
  tx.update(updates).set(decision).where(eq(updates.id, update.id)).run()
  const { code } = workById(tx, update.projectId)
  recordEvent(tx, ctx, {
    action: decided[step],
    subject: `project:${code}`,
    body: { update: update.id, kind: update.kind, period: update.period, reason },
  })
}

/** The approved one is in force; the one it corrects stays, no longer in force. */
function takePlace(tx: Tx, update: UpdateRow): void {
  const subject =
    update.kind === 'monthly'
      ? eq(updates.period, update.period)
      : update.milestoneId === null
        ? undefined
        : eq(updates.milestoneId, update.milestoneId)
  tx.update(updates)
    .set({ current: false })
    .where(and(eq(updates.projectId, update.projectId), eq(updates.kind, update.kind), eq(updates.current, true), subject))
    .run()
  tx.update(updates).set({ current: true }).where(eq(updates.id, update.id)).run()
}

function apply(tx: Tx, ctx: Ctx, update: UpdateRow): void {
  const work = workById(tx, update.projectId)
  if (update.kind === 'milestone') applyMilestone(tx, update)
  if (update.kind === 'completion') applyCompletion(tx, ctx, update, work)
  if (update.kind === 'monthly') applyMonth(tx, ctx, update, work)
}

function applyMilestone(tx: Tx, update: UpdateRow): void {
  if (update.milestoneId === null) return
  const moved =
    update.metOn !== null
      ? { metOn: update.metOn, metUpdateId: update.id }
      : { metOn: null, metUpdateId: null, forecastOn: update.forecastOn, forecastUpdateId: update.id }
  tx.update(milestones).set(moved).where(eq(milestones.id, update.milestoneId)).run()
}

/** A work already in operation stays so; any other is completed from that day, whatever was thought of later days. */
function applyCompletion(tx: Tx, ctx: Ctx, update: UpdateRow, work: Work): void {
  const { completedOn } = update
  if (completedOn === null) return
  const stage = work.stage === 'operation' ? 'operation' : 'completed'
  const stageSince = stage === 'operation' ? work.stageSince : completedOn
  tx.update(projects)
    .set({ stage, stageSince, completedOn, version: work.version + 1 })
    .where(eq(projects.id, work.id))
    .run()
  if (stage === 'completed') {
    const overtaken = or(gte(projectStages.fromDay, completedOn), eq(projectStages.stage, 'completed'))
    tx.delete(projectStages)
      .where(and(eq(projectStages.projectId, work.id), overtaken))
      .run()
    tx.insert(projectStages)
      .values({ projectId: work.id, stage, fromDay: completedOn, reason: update.documentNo, recordedAt: ctx.at })
      .run()
  }
  recordEvent(tx, ctx, {
    action: 'project.stage-moved',
    subject: `project:${work.code}`,
    body: { before: work.stage, after: stage, update: update.id },
  })
}

function applyMonth(tx: Tx, ctx: Ctx, update: UpdateRow, work: Work): void {
  const next = milestoneSpokenOf(tx, update)
  if (update.forecastOn !== null && next && next.metOn === null && isLatestForecast(tx, update))
    tx.update(milestones).set({ forecastOn: update.forecastOn, forecastUpdateId: update.id }).where(eq(milestones.id, next.id)).run()
  raiseCondition(tx, ctx, update, work)
}

/** Asked once, however many months repeat it while it is open. */
function raiseCondition(tx: Tx, ctx: Ctx, update: UpdateRow, work: Work): void {
  if (update.conditionKind === null || update.conditionAsk === null) return
  const asked = and(
    eq(conditions.projectId, work.id),
    eq(conditions.kind, update.conditionKind),
    eq(conditions.ask, update.conditionAsk),
    eq(conditions.state, 'open'),
  )
  if (tx.select().from(conditions).where(asked).get()) return
  const condition = {
    projectId: work.id,
    kind: update.conditionKind,
    ask: update.conditionAsk,
    askedOfId: update.conditionUnitId,
    updateId: update.id,
  }
  insertCondition(tx, ctx, { ...condition, raisedOn: update.submittedOn })
  recordEvent(tx, ctx, { action: 'condition.raised', subject: `project:${work.code}`, body: condition })
}

/** A back-filled or corrected month must not overwrite the forecast that a later one gave. */
function isLatestForecast(tx: Tx, update: UpdateRow): boolean {
  const given = and(
    eq(updates.projectId, update.projectId),
    eq(updates.kind, 'monthly'),
    eq(updates.current, true),
    isNotNull(updates.forecastOn),
  )
  return tx.select({ id: updates.id }).from(updates).where(given).orderBy(desc(updates.period)).limit(1).get()?.id === update.id
}
