import { eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import type { ConditionDecision, ConditionInstruction } from '../../domain/condition-input'
import { allow, refuse, refuseField } from '../../domain/errors'
import { canInstruct, canRecordDecision } from '../../domain/policy'
import type { Tx } from '../client'
import { type ConditionRow, clockFrom, unitClock } from '../desk/clock'
import { conditionToMove, moveCondition, standing } from '../desk/conditions'
import { recordEvent } from '../events'
import { meetings } from '../schema'
import { write } from '../write'

/** A leader's 批示 on what was put to the leaders. Whoever is to carry it out has the level's time again. */
export function instructCondition(ctx: Ctx, input: ConditionInstruction): void {
  write(ctx, 'instructCondition', input, (tx) => {
    const moving = conditionToMove(tx, ctx, input.id)
    allow(canInstruct(ctx.actor))
    const row = standing(tx, ctx, moving, input.version)
    refuseUnescalated(row)
    const { columns, ruleVersion } = clockFrom(tx, row.level, ctx.today)
    moveCondition(
      tx,
      ctx,
      row,
      { ...columns, ...unitClock(tx, ctx.today), state: 'open' },
      { kind: 'instructed', words: input.words, ruleVersion },
    )
    const body = { condition: row.id, escalatedTo: row.level, words: input.words }
    recordEvent(tx, ctx, { action: 'condition.instructed', subject: `project:${moving.work.code}`, body })
  })
}

/** What was decided, in which meeting or document; written down by the bureau. */
export function recordDecision(ctx: Ctx, input: ConditionDecision): void {
  write(ctx, 'recordDecision', input, (tx) => {
    const moving = conditionToMove(tx, ctx, input.id)
    allow(canRecordDecision(ctx.actor))
    const row = standing(tx, ctx, moving, input.version)
    refuseUnescalated(row)
    const { words, decidedOn, meetingId, documentNo } = input
    if (decidedOn > ctx.today) refuseField('decidedOn', 'in-the-future')
    if (meetingId === null && documentNo === null) refuseField('documentNo', 'meeting-or-document')
    if (meetingId !== null && heldOn(tx, meetingId) > ctx.today) refuseField('meetingId', 'in-the-future')
    const { columns, ruleVersion } = clockFrom(tx, row.level, ctx.today)
    const step = { kind: 'decided' as const, words, meetingId, documentNo, onDay: decidedOn, ruleVersion }
    moveCondition(tx, ctx, row, { ...columns, ...unitClock(tx, ctx.today), state: 'open' }, step)
    const body = { condition: row.id, escalatedTo: row.level, words, onDay: decidedOn, meetingId, documentNo }
    recordEvent(tx, ctx, { action: 'condition.decided', subject: `project:${moving.work.code}`, body })
  })
}

function refuseUnescalated(row: ConditionRow): void {
  if (row.level < 2) refuse('not-escalated', {}, row)
}

/** Nothing has been decided in a meeting that is still to be held. */
const heldOn = (tx: Tx, id: number): Day =>
  tx.select().from(meetings).where(eq(meetings.id, id)).get()?.heldOn ?? refuseField('meetingId', 'not-a-choice')
