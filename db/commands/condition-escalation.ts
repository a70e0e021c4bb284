import { eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import type { ConditionEscalation, ConditionRedirection } from '../../domain/condition-input'
import { allow, refuse, refuseField } from '../../domain/errors'
import { lastLevel } from '../../domain/escalation'
import { canEscalateCondition } from '../../domain/policy'
import type { Tx } from '../client'
import { clockFrom, unitClock } from '../desk/clock'
import { conditionToMove, moveCondition, standing } from '../desk/conditions'
import { beginClocks, lateConditions, postEscalations } from '../desk/escalations'
import { recordEvent } from '../events'
import { organisations } from '../schema'
import { write } from '../write'

const step = 100

/** What the clock has to say is written down, at most a hundred conditions at a time. Returns how many it went through: none = all is said. */
export function escalateConditions(ctx: Ctx): number {
  return write(ctx, 'escalateConditions', null, (tx) => {
    allow(ctx.actor.kind === 'system' && canEscalateCondition(ctx.actor))
    const late = lateConditions(tx, ctx.today, step)
    for (const { row, code } of late) postEscalations(tx, ctx, row, code)
    return late.length + beginClocks(tx, ctx, step)
  })
}

/** The bureau does not wait for the clock: the next level is asked today. What had been answered is asked again. */
export function escalateCondition(ctx: Ctx, input: ConditionEscalation): void {
  write(ctx, 'escalateCondition', input, (tx) => {
    const moving = conditionToMove(tx, ctx, input.id)
    allow(canEscalateCondition(ctx.actor))
    const row = standing(tx, ctx, moving, input.version)
    if (row.level >= lastLevel) refuse('highest-level', {}, row)
    const { columns, ruleVersion } = clockFrom(tx, row.level + 1, ctx.today)
    moveCondition(tx, ctx, row, { ...columns, state: 'open' }, { kind: 'escalated', words: input.reason, ruleVersion })
    const after = { escalatedTo: columns.level, dueOn: columns.levelDueOn, reason: input.reason }
    const body = { condition: row.id, before: { escalatedTo: row.level, dueOn: row.levelDueOn }, after, ruleVersion }
    recordEvent(tx, ctx, { action: 'condition.escalated', subject: `project:${moving.work.code}`, body })
  })
}

/** Another unit is to answer. At the first level its clock begins anew; above it the leaders' clock runs on. */
export function redirectCondition(ctx: Ctx, input: ConditionRedirection): void {
  write(ctx, 'redirectCondition', input, (tx) => {
    const moving = conditionToMove(tx, ctx, input.id)
    allow(canEscalateCondition(ctx.actor))
    const row = standing(tx, ctx, moving, input.version)
    if (input.unitId === row.askedOfId) refuseField('unitId', 'same-unit')
    const unit = unitName(tx, input.unitId)
    if (unit === null) refuseField('unitId', 'not-a-choice')
    const clock = row.level === 1 ? clockFrom(tx, 1, ctx.today) : null
    const columns = { askedOfId: input.unitId, state: 'open' as const, ...clock?.columns, ...unitClock(tx, ctx.today) }
    const said = { words: input.reason, unitId: input.unitId, ruleVersion: clock?.ruleVersion ?? null }
    moveCondition(tx, ctx, row, columns, { kind: 'redirected', ...said })
    const body = {
      condition: row.id,
      before: { askedOfId: row.askedOfId, unit: unitName(tx, row.askedOfId) },
      after: { askedOfId: input.unitId, unit, reason: input.reason },
    }
    recordEvent(tx, ctx, { action: 'condition.redirected', subject: `project:${moving.work.code}`, body })
  })
}

const unitName = (tx: Tx, id: number | null): string | null =>
  id === null ? null : (tx.select().from(organisations).where(eq(organisations.id, id)).get()?.name ?? null)
