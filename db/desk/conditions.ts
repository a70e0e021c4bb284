import { eq } from 'drizzle-orm'
import { actorId, type Ctx } from '../../domain/actor'
import { allow, found, refuse, sameVersion } from '../../domain/errors'
import { canAnswerCondition, canListProjects, canReadProject } from '../../domain/policy'
import type { Tx } from '../client'
import { type Work, workById } from '../queries/work'
import { conditionSteps, conditions } from '../schema'
import { refreshProject } from '../summaries'
import { type ConditionRow, clockFrom, unitClock } from './clock'
import { postEscalations } from './escalations'

type NewRow = Pick<typeof conditions.$inferInsert, 'projectId' | 'kind' | 'ask' | 'askedOfId' | 'updateId' | 'raisedOn'>
type NewStep = Omit<typeof conditionSteps.$inferInsert, 'conditionId' | 'onDay' | 'at' | 'byId' | 'level' | 'dueOn'>

/** Asked from today on, whenever it was written down: the clock of the first level begins. Returns its id. */
export function insertCondition(tx: Tx, ctx: Ctx, row: NewRow): number {
  const { columns, ruleVersion } = clockFrom(tx, 1, ctx.today)
  const stored = tx
    .insert(conditions)
    .values({ ...row, state: 'open', ...columns, ...unitClock(tx, ctx.today) })
    .returning()
    .get()
  addStep(tx, ctx, stored, { kind: 'asked', words: row.ask, unitId: row.askedOfId ?? null, ruleVersion })
  return stored.id
}

export type Moving = { row: ConditionRow; work: Work }

/** The work's own people know of it, and so does the unit asked; nobody else finds it. */
export function conditionToMove(tx: Tx, ctx: Ctx, id: number): Moving {
  allow(canListProjects(ctx.actor))
  const row = found(tx.select().from(conditions).where(eq(conditions.id, id)).get())
  const work = workById(tx, row.projectId)
  if (!canReadProject(ctx.actor, work) && !canAnswerCondition(ctx.actor, row.askedOfId)) refuse('not-found')
  return { row, work }
}

/** Open, in the version that was shown; what the clock had to say until today is said first. */
export function standing(tx: Tx, ctx: Ctx, { row, work }: Moving, version: number): ConditionRow {
  if (row.closedOn !== null) refuse('condition-closed', {}, { state: row.state, closedOn: row.closedOn })
  sameVersion(row, version)
  return postEscalations(tx, ctx, row, work.code)
}

/** Writes the change and the step that made it; the list row follows. */
export function moveCondition(tx: Tx, ctx: Ctx, row: ConditionRow, columns: Partial<ConditionRow>, step: NewStep): void {
  const change = { ...columns, version: row.version + 1 }
  tx.update(conditions).set(change).where(eq(conditions.id, row.id)).run()
  addStep(tx, ctx, { ...row, ...change }, step)
  refreshProject(tx, ctx.today, row.projectId)
}

function addStep(tx: Tx, ctx: Ctx, { id, level, levelDueOn }: ConditionRow, step: NewStep): void {
  const row = { conditionId: id, level, dueOn: levelDueOn, onDay: ctx.today, at: ctx.at, byId: actorId(ctx.actor), ...step }
  tx.insert(conditionSteps).values(row).run()
}
