import type { Ctx } from '../../domain/actor'
import { addDays, addWorkdays } from '../../domain/calendar'
import { allow, refuse, refuseField } from '../../domain/errors'
import type { FindingAssignment, FindingTransfer, NewFindingInput } from '../../domain/finding-input'
import { clockRuns } from '../../domain/finding-workflow'
import { canAssignFinding, canRegisterFinding } from '../../domain/policy'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { postDueAlarms } from '../inspection/finding-clock'
import { aheadOf, changeFinding, findingToKeep, moveFinding, requireUnit } from '../inspection/finding-move'
import { addStep } from '../inspection/finding-steps'
import { insertFinding } from '../inspection/findings'
import { readableWork } from '../queries/readable-work'
import { holidays, rectificationRules } from '../queries/rules'
import { write } from '../write'

/** By hand: what deputies, the public or an audit found, or what was seen outside a visit. Returns its number. */
export function registerFinding(ctx: Ctx, input: NewFindingInput): { id: number; number: string } {
  return write(ctx, 'registerFinding', input, (tx) => {
    allow(canRegisterFinding(ctx.actor))
    const { code, unitId, ...facts } = input
    if (code === null && unitId === null) refuseField('code', 'work-or-unit')
    if (facts.foundOn > ctx.today) refuseField('foundOn', 'in-the-future')
    const projectId = code === null ? null : readableWork(tx, ctx.actor, code).id
    if (unitId !== null) requireUnit(tx, unitId)
    return insertFinding(tx, ctx, { ...facts, projectId, unitId, clientId: null, roundId: null, visitId: null })
  })
}

/** Put to a unit and a person with a deadline; from now on the unit knows of it and the clock runs. */
export function assignFinding(ctx: Ctx, input: FindingAssignment): void {
  write(ctx, 'assignFinding', input, (tx) => {
    const row = findingToKeep(tx, ctx, input, canAssignFinding)
    const unitId = requireUnit(tx, input.unitId)
    const { body: rules } = rectificationRules(tx, ctx.today)
    const dueOn = aheadOf(ctx, 'dueOn', input.dueOn ?? addDays(ctx.today, rules.deadlineDays[row.severity]))
    const { person, words } = input
    const acknowledgeDueOn = acknowledgedBy(tx, ctx)
    const fresh = { requestedOn: null, closedOn: null, recheckDueOn: null, plan: null }
    const columns = { ...fresh, unitId, person, dueOn, firstDueOn: row.firstDueOn ?? dueOn, acknowledgeDueOn }
    moveFinding(tx, ctx, row, 'assign', columns, { words, unitId, dueOn, more: { person, acknowledgeDueOn } })
  })
}

function acknowledgedBy(tx: Tx, { today }: Ctx): string {
  return addWorkdays(today, rectificationRules(tx, today).body.acknowledgeWorkdays, holidays(tx, today).body)
}

/** To another unit, with the reason; the deadline stays, and so does what the clock has said of it. */
export function transferFinding(ctx: Ctx, input: FindingTransfer): void {
  write(ctx, 'transferFinding', input, (tx) => {
    const row = findingToKeep(tx, ctx, input, canAssignFinding)
    if (!clockRuns(row.state)) refuse('finding-not-there', {}, { state: row.state })
    const { unitId, person, words } = input
    if (requireUnit(tx, unitId) === row.unitId) refuseField('unitId', 'same-unit')
    postDueAlarms(tx, ctx, row.id)
    const acknowledgeDueOn = row.state === 'assigned' ? acknowledgedBy(tx, ctx) : row.acknowledgeDueOn
    changeFinding(tx, row, { unitId, person, acknowledgeDueOn })
    addStep(tx, ctx, row.id, { step: 'transfer', from: row.state, to: row.state, words, unitId })
    const body = { before: { unitId: row.unitId, person: row.person }, after: { unitId, person }, words, dueOn: row.dueOn }
    recordEvent(tx, ctx, { action: 'finding.transferred', subject: `finding:${row.number}`, body })
  })
}
