import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import { type Ctx, system } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { type Escalation, lastLevel } from '../../domain/escalation'
import type { Reader, Tx } from '../client'
import { recordEvent } from '../events'
import { conditionSteps, conditions, projects } from '../schema'
import { type ConditionRow, clockFrom, unitClock, unsaidEscalations } from './clock'

const code = projects.code

/** Whose time has passed and of whom the clock has not said so: by the index on state, level and day. */
export function lateConditions(db: Reader, today: Day, most: number): { row: ConditionRow; code: string }[] {
  return db
    .select({ row: conditions, code })
    .from(conditions)
    .innerJoin(projects, eq(projects.id, conditions.projectId))
    .where(and(eq(conditions.state, 'open'), lt(conditions.level, lastLevel), lt(conditions.levelDueOn, today)))
    .orderBy(asc(conditions.id))
    .limit(most)
    .all()
}

/**
 * The clock speaks with the calendar's day, not with that of the writing; it edits nothing anybody said, so the version stays. Returns the condition
 * as it then stands.
 */
export function postEscalations(tx: Tx, ctx: Ctx, row: ConditionRow, workCode: string): ConditionRow {
  let now = row
  for (const escalation of unsaidEscalations(tx, row, ctx.today)) now = postEscalation(tx, ctx, now, workCode, escalation)
  return now
}

function postEscalation(tx: Tx, ctx: Ctx, row: ConditionRow, workCode: string, said: Escalation): ConditionRow {
  const { level, onDay, dueOn, ruleVersion } = said
  const columns = { level, levelSince: onDay, levelDueOn: dueOn }
  tx.update(conditions).set(columns).where(eq(conditions.id, row.id)).run()
  const step = { conditionId: row.id, kind: 'escalated' as const, level, dueOn, onDay, at: ctx.at, byId: null, ruleVersion }
  tx.insert(conditionSteps).values(step).run()
  const body = {
    condition: row.id,
    before: { escalatedTo: row.level, dueOn: row.levelDueOn },
    after: { escalatedTo: level, dueOn },
    onDay,
    ruleVersion,
  }
  recordEvent(tx, { ...ctx, actor: system }, { action: 'condition.escalated', subject: `project:${workCode}`, body })
  return { ...row, ...columns }
}

/**
 * Conditions raised before there was a clock: nobody was bound by it then, so it begins on the day it is first looked at. Returns how many were
 * begun.
 */
export function beginClocks(tx: Tx, ctx: Ctx, most: number): number {
  const bare = and(eq(conditions.state, 'open'), isNull(conditions.levelSince))
  const rows = tx
    .select({ id: conditions.id, level: conditions.level })
    .from(conditions)
    .where(bare)
    .orderBy(asc(conditions.id))
    .limit(most)
    .all()
  for (const { id, level } of rows) {
    const columns = { ...clockFrom(tx, level, ctx.today).columns, ...unitClock(tx, ctx.today) }
    tx.update(conditions).set(columns).where(eq(conditions.id, id)).run()
  }
  if (rows.length > 0) {
    const body = { conditions: rows.map(({ id }) => id), on: ctx.today }
    recordEvent(tx, { ...ctx, actor: system }, { action: 'condition.clock-begun', subject: 'house', body })
  }
  return rows.length
}
