import { eq } from 'drizzle-orm'
import { actorId, type Ctx } from '../../domain/actor'
import type { ConditionAnswer, ConditionClosing, NewCondition } from '../../domain/condition-input'
import { allow, refuseField } from '../../domain/errors'
import { canAnswerCondition, canAskCondition, canCloseCondition } from '../../domain/policy'
import type { Tx } from '../client'
import { conditionToMove, insertCondition, moveCondition, standing } from '../desk/conditions'
import { recordEvent } from '../events'
import { readableWork } from '../queries/readable-work'
import { organisations } from '../schema'
import { refreshProject } from '../summaries'
import { notWithdrawn } from '../work-change'
import { write } from '../write'

/** What stands in the way, asked of a unit, outside a monthly update. Returns its id. */
export function raiseCondition(ctx: Ctx, input: NewCondition): number {
  return write(ctx, 'raiseCondition', input, (tx) => {
    const work = readableWork(tx, ctx.actor, input.code)
    allow(canAskCondition(ctx.actor, work))
    notWithdrawn(work)
    const { kind, ask, askedOfId } = input
    if (askedOfId !== null && !isUnit(tx, askedOfId)) refuseField('askedOfId', 'not-a-choice')
    const id = insertCondition(tx, ctx, { projectId: work.id, kind, ask, askedOfId, raisedOn: ctx.today })
    recordEvent(tx, ctx, { action: 'condition.raised', subject: `project:${work.code}`, body: { condition: id, kind, ask, askedOfId } })
    refreshProject(tx, ctx.today, work.id)
    return id
  })
}

const isUnit = (tx: Tx, id: number): boolean => tx.select().from(organisations).where(eq(organisations.id, id)).get() !== undefined

/** The unit asked answers, and may answer again while it is not closed. Its clock stands still from then on. */
export function answerCondition(ctx: Ctx, input: ConditionAnswer): void {
  write(ctx, 'answerCondition', input, (tx) => {
    const moving = conditionToMove(tx, ctx, input.id)
    allow(canAnswerCondition(ctx.actor, moving.row.askedOfId))
    const row = standing(tx, ctx, moving, input.version)
    const answer = { state: 'answered' as const, answer: input.answer, answeredBy: actorId(ctx.actor), answeredOn: ctx.today }
    moveCondition(tx, ctx, row, answer, { kind: 'answered', words: input.answer })
    const body = { condition: row.id, before: { state: row.state, answer: row.answer }, after: { state: 'answered', answer: input.answer } }
    recordEvent(tx, ctx, { action: 'condition.answered', subject: `project:${moving.work.code}`, body })
  })
}

/** The bureau closes it as solved, or says why it cannot be. */
export function closeCondition(ctx: Ctx, input: ConditionClosing): void {
  write(ctx, 'closeCondition', input, (tx) => {
    const moving = conditionToMove(tx, ctx, input.id)
    allow(canCloseCondition(ctx.actor))
    const row = standing(tx, ctx, moving, input.version)
    if (input.outcome === 'cannot' && input.reason === null) refuseField('reason', 'needs-reason')
    const { outcome, reason } = input
    moveCondition(tx, ctx, row, { state: outcome, closedOn: ctx.today }, { kind: 'closed', outcome, words: reason })
    const body = { condition: row.id, before: { state: row.state }, after: { state: outcome, reason } }
    recordEvent(tx, ctx, { action: 'condition.closed', subject: `project:${moving.work.code}`, body })
  })
}
