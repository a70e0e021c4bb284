import { eq } from 'drizzle-orm'
import { actorId, type Ctx } from '../../domain/actor'
import type { ConditionAnswer, ConditionClosing, NewCondition } from '../../domain/condition-input'
import { allow, found, refuse, refuseField, sameVersion } from '../../domain/errors'
import { canAnswerCondition, canAskCondition, canCloseCondition, canListProjects, canReadProject } from '../../domain/policy'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { readableWork } from '../queries/readable-work'
import { type Work, workById } from '../queries/work'
import { conditions, organisations } from '../schema'
import { refreshProject } from '../summaries'
import { notWithdrawn } from '../work-change'
import { write } from '../write'

type Condition = typeof conditions.$inferSelect

/** What stands in the way, asked of a unit, outside a monthly update. Returns its id. */
export function raiseCondition(ctx: Ctx, input: NewCondition): number {
  return write(ctx, 'raiseCondition', input, (tx) => {
    const work = readableWork(tx, ctx.actor, input.code)
    allow(canAskCondition(ctx.actor, work))
    notWithdrawn(work)
    const { kind, ask, askedOfId } = input
    if (askedOfId !== null && !isUnit(tx, askedOfId)) refuseField('askedOfId', 'not-a-choice')
    const row = { projectId: work.id, kind, ask, askedOfId, state: 'open' as const, raisedOn: ctx.today }
    const { id } = tx.insert(conditions).values(row).returning({ id: conditions.id }).get()
    recordEvent(tx, ctx, { action: 'condition.raised', subject: `project:${work.code}`, body: { condition: id, kind, ask, askedOfId } })
    refreshProject(tx, ctx.today, work.id)
    return id
  })
}

const isUnit = (tx: Tx, id: number): boolean => tx.select().from(organisations).where(eq(organisations.id, id)).get() !== undefined

/** The unit asked answers, and may answer again while it is not closed. */
export function answerCondition(ctx: Ctx, input: ConditionAnswer): void {
  write(ctx, 'answerCondition', input, (tx) => {
    const { row, work } = conditionToMove(tx, ctx, input.id)
    allow(canAnswerCondition(ctx.actor, row.askedOfId))
    refuseClosed(row)
    sameVersion(row, input.version)
    const answer = { state: 'answered' as const, answer: input.answer, answeredBy: actorId(ctx.actor), answeredOn: ctx.today }
    moveCondition(tx, ctx, row, answer)
    const body = { condition: row.id, before: { state: row.state, answer: row.answer }, after: { state: 'answered', answer: input.answer } }
    recordEvent(tx, ctx, { action: 'condition.answered', subject: `project:${work.code}`, body })
  })
}

/** The bureau closes it as solved, or says why it cannot be. */
export function closeCondition(ctx: Ctx, input: ConditionClosing): void {
  write(ctx, 'closeCondition', input, (tx) => {
    const { row, work } = conditionToMove(tx, ctx, input.id)
    allow(canCloseCondition(ctx.actor))
    refuseClosed(row)
    sameVersion(row, input.version)
    if (input.outcome === 'cannot' && input.reason === null) refuseField('reason', 'needs-reason')
    moveCondition(tx, ctx, row, { state: input.outcome, closedOn: ctx.today })
    const body = { condition: row.id, before: { state: row.state }, after: { state: input.outcome, reason: input.reason } }
    recordEvent(tx, ctx, { action: 'condition.closed', subject: `project:${work.code}`, body })
  })
}

/** The work's own people know of it, and so does the unit asked; nobody else finds it. */
function conditionToMove(tx: Tx, ctx: Ctx, id: number): { row: Condition; work: Work } {
  allow(canListProjects(ctx.actor))
  const row = found(tx.select().from(conditions).where(eq(conditions.id, id)).get())
  const work = workById(tx, row.projectId)
  if (!canReadProject(ctx.actor, work) && !canAnswerCondition(ctx.actor, row.askedOfId)) refuse('not-found')
  return { row, work }
}

function refuseClosed(row: Condition): void {
  if (row.closedOn !== null) refuse('condition-closed', {}, { state: row.state, closedOn: row.closedOn })
}

function moveCondition(tx: Tx, ctx: Ctx, row: Condition, columns: Partial<Condition>): void {
  tx.update(conditions)
    .set({ ...columns, version: row.version + 1 })
    .where(eq(conditions.id, row.id))
    .run()
  refreshProject(tx, ctx.today, row.projectId)
}
