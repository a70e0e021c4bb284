import { eq } from 'drizzle-orm'
import { actorId, type Ctx, hasRole } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { allow, refuse, refuseField, sameVersion } from '../../domain/errors'
import type { EventAction, Json } from '../../domain/events'
import { clockIsOver, type FindingStep, nextFindingState } from '../../domain/finding-workflow'
import { canListFindings, canReadFinding, canRectify, canVerify, type FindingOwned } from '../../domain/policy'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { type FindingRow, findingById, findingOwned, handledBy } from '../queries/finding-owned'
import { findings, organisations } from '../schema'
import { postDueAlarms } from './finding-clock'
import { lapseExtension } from './finding-extensions'
import { addStep } from './finding-steps'

/** Nobody finds what was not put to them; who keeps no projects is refused. */
export function readableFinding(tx: Tx, ctx: Ctx, id: number): { row: FindingRow; owned: FindingOwned } {
  allow(canListFindings(ctx.actor))
  const row = findingById(tx, id)
  const owned = findingOwned(tx, row)
  if (!canReadFinding(ctx.actor, owned)) refuse('not-found')
  return { row, owned }
}

type Edit = { id: number; version: number }

/** What a stale edit is told: how the finding stands, not which round takes it along. */
const standing = ({ version, state, dueOn, plan, unitId }: FindingRow) => ({ version, state, dueOn, plan, unitId })

/** Four eyes by person: whoever ever rectified, asked for closure or for more time is told why not, whatever their role is now. */
export function refuseHandled(tx: Tx, ctx: Ctx, findingId: number): void {
  const by = handledBy(tx, findingId)
  if (hasRole(ctx.actor, 'supervisor') && by.includes(actorId(ctx.actor) ?? 0)) refuse('handled-by-you')
}

export function findingToRectify(tx: Tx, ctx: Ctx, { id, version }: Edit): FindingRow {
  const { row, owned } = readableFinding(tx, ctx, id)
  allow(canRectify(ctx.actor, owned))
  sameVersion(standing(row), version)
  return row
}

export function findingToVerify(tx: Tx, ctx: Ctx, { id, version }: Edit): FindingRow {
  const { row } = readableFinding(tx, ctx, id)
  refuseHandled(tx, ctx, id)
  allow(canVerify(ctx.actor, { handledBy: handledBy(tx, id) }))
  sameVersion(standing(row), version)
  return row
}

export function findingToKeep(tx: Tx, ctx: Ctx, { id, version }: Edit, may: (actor: Ctx['actor']) => boolean): FindingRow {
  const { row } = readableFinding(tx, ctx, id)
  allow(may(ctx.actor))
  sameVersion(standing(row), version)
  return row
}

const actions = {
  assign: 'finding.assigned',
  acknowledge: 'finding.acknowledged',
  plan: 'finding.planned',
  start: 'finding.started',
  request: 'finding.closure-requested',
  close: 'finding.closed',
  'close-with-recheck': 'finding.recheck-set',
  'send-back': 'finding.sent-back',
  'pass-recheck': 'finding.recheck-passed',
  reopen: 'finding.reopened',
  withdraw: 'finding.withdrawn',
} as const satisfies Record<FindingStep, EventAction>

type Columns = Partial<Omit<FindingRow, 'id' | 'number' | 'state' | 'version'>>
type Said = { words?: string | null; unitId?: number; dueOn?: Day; more?: { [name: string]: Json } }

/** One step of the workflow: what the clock had to say before, the columns, the step, the event. Returns the step's id. */
export function moveFinding(tx: Tx, ctx: Ctx, row: FindingRow, step: FindingStep, columns: Columns, said: Said = {}): number {
  const state = nextFindingState(row.state, step)
  const { more, ...shown } = said
  postDueAlarms(tx, ctx, row.id)
  if (clockIsOver(state)) lapseExtension(tx, ctx, row)
  changeFinding(tx, row, { ...columns, state })
  const id = addStep(tx, ctx, row.id, { step, from: row.state, to: state, ...shown })
  const body = { step: id, before: { state: row.state, dueOn: row.dueOn }, after: { state }, ...shown, ...more }
  recordEvent(tx, ctx, { action: actions[step], subject: `finding:${row.number}`, body })
  return id
}

export function changeFinding(tx: Tx, row: FindingRow, columns: Partial<Omit<FindingRow, 'id' | 'number' | 'version'>>): void {
  tx.update(findings)
    .set({ ...columns, version: row.version + 1 })
    .where(eq(findings.id, row.id))
    .run()
}

/** Deadlines lie ahead: the clock can warn of them. */
export function aheadOf(ctx: Ctx, field: string, day: Day): Day {
  if (day < ctx.today) refuseField(field, 'deadline-past')
  return day
}

export function requireUnit(tx: Tx, id: number): number {
  if (!tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, id)).get()) refuseField('unitId', 'not-a-choice')
  return id
}
