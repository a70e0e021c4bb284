import { desc, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, found, refuseField, sameVersion } from '../../domain/errors'
import { contradictionsOf, statementsOf } from '../../domain/indicator'
import type { TargetChoiceInput } from '../../domain/indicator-input'
import { readValue, standsIn } from '../../domain/indicator-value'
import { canEnterIndicators } from '../../domain/policy'
import { recordEvent } from '../events'
import { indicators, register } from '../queries/plan'
import { submitter } from '../review'
import { indicatorTargets } from '../schema'
import { write } from '../write'

/** Where the plan contradicts itself: the statement an indicator is judged by, and why. Both go on standing; returns the choice's number. */
export function chooseIndicatorTarget(ctx: Ctx, input: TargetChoiceInput): number {
  return write(ctx, 'chooseIndicatorTarget', input, (tx) => {
    allow(canEnterIndicators(ctx.actor))
    const all = indicators(tx)
    const indicator = found(all.find(({ no }) => no === input.no))
    const statements = statementsOf(indicator, contradictionsOf(input.no, all, register(tx)))
    const statement = statements.find(({ key }) => key === input.statement) ?? refuseField('statement', 'not-a-choice')
    if (!standsIn(input.value, statement.text)) refuseField('value', 'not-in-statement')
    const { figure, parts } = readValue(input.value)
    if (figure === null && parts === null) refuseField('value', 'not-a-number')
    const of = eq(indicatorTargets.indicatorNo, input.no)
    const before = tx.select().from(indicatorTargets).where(of).orderBy(desc(indicatorTargets.id)).limit(1).get()
    const stored = { statement: before?.statement ?? null, value: before?.value ?? null, version: before?.id ?? 0 }
    sameVersion(stored, input.version)
    const { no, statement: key, value, reason } = input
    const row = { indicatorNo: no, statement: key, value, reason, chosenBy: submitter(ctx), chosenAt: ctx.at }
    const { id } = tx.insert(indicatorTargets).values(row).returning({ id: indicatorTargets.id }).get()
    const told = before ? { statement: before.statement, value: before.value } : null
    const body = { before: told, after: { statement: key, value }, reason }
    recordEvent(tx, ctx, { action: 'indicator-target.chosen', subject: `indicator:${no}`, body })
    return id
  })
}
