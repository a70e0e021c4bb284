import { and, asc, count, desc, eq, gte, isNotNull, notExists, sql } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { type Day, daysBetween } from '../../domain/calendar'
import type { ConditionKind } from '../../domain/condition'
import { allow } from '../../domain/errors'
import { type Clock, clockOf } from '../../domain/escalation'
import { canReadYear } from '../../domain/policy'
import { orm } from '../client'
import { conditionSteps, conditions, organisations, projectList } from '../schema'
import { clockDueOn } from './condition-clock'
import { holidays } from './rules'

/** What waits for a leader's word, with what it rests on: the condition's own account is at `/conditions/<id>`. */
export type DecisionAsked = {
  id: number
  code: string
  work: string
  kind: ConditionKind
  ask: string
  unit: string | null
  leader: string | null
  level: number
  raisedOn: Day
  daysOpen: number
  /** How long the unit asked is late with an answer. */
  overdueDays: number
  clock: Clock
  /** Total investment of the approved fact sheet; null = not known, then `planYuan` may be. */
  totalYuan: number | null
  planYuan: number | null
}

/** Escalated, open, and no instruction or decision since it came to its level; the highest level and the longest waiting first. */
export function decisionsAsked(actor: UserActor, today: Day, most: number): { rows: DecisionAsked[]; total: number } {
  allow(canReadYear(actor))
  const said = orm()
    .select({ id: conditionSteps.id })
    .from(conditionSteps)
    .where(
      and(
        eq(conditionSteps.conditionId, conditions.id),
        sql`${conditionSteps.kind} in ('instructed', 'decided')`,
        eq(conditionSteps.level, conditions.level),
      ),
    )
  const where = and(eq(conditions.state, 'open'), gte(conditions.level, 2), isNotNull(conditions.levelSince), notExists(said))
  const off = holidays(orm(), today).body
  const rows = orm()
    .select({ condition: conditions, dueOn: clockDueOn, work: projectList, unit: organisations.name })
    .from(conditions)
    .innerJoin(projectList, eq(projectList.projectId, conditions.projectId))
    .leftJoin(organisations, eq(organisations.id, conditions.askedOfId))
    .where(where)
    .orderBy(desc(conditions.level), asc(conditions.levelSince), asc(conditions.id))
    .limit(most)
    .all()
    .map(
      ({ condition: { id, kind, ask, level, state, raisedOn, unitDueOn }, dueOn, work, unit }): DecisionAsked => ({
        ...{ id, kind, ask, level, raisedOn, unit, code: work.code, work: work.name, leader: work.leaderName },
        daysOpen: daysBetween(raisedOn, today),
        overdueDays: unitDueOn === null ? 0 : Math.max(0, daysBetween(unitDueOn, today)),
        clock: clockOf({ state, level, dueOn }, today, off),
        totalYuan: work.totalYuan,
        planYuan: work.planYuan,
      }),
    )
  return { rows, total: orm().select({ rows: count() }).from(conditions).where(where).get()?.rows ?? 0 }
}
