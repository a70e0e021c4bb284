import { and, asc, count, desc, eq, gte, notExists, or, type SQL } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { type Day, daysBetween } from '../../domain/calendar'
import type { ConditionKind } from '../../domain/condition'
import { allow } from '../../domain/errors'
import type { Light } from '../../domain/light'
import { lightToShow } from '../../domain/list-row'
import { canKeepMeetings } from '../../domain/policy'
import { orm } from '../client'
import { conditions, meetingItems, organisations, projectList } from '../schema'
import { isOverdue } from './condition-clock'

export type ConditionCandidate = {
  id: number
  code: string
  work: string
  kind: ConditionKind
  ask: string
  unit: string | null
  level: number
  overdueDays: number
}
export type WorkCandidate = { code: string; name: string; light: Light | null; unit: string | null }
export type MeetingCandidates = { conditions: ConditionCandidate[]; conditionsTotal: number; works: WorkCandidate[]; worksTotal: number }

const most = 20

/** What might be put on a list and stands on none: conditions that are late or at the highest level, and works with a red light. */
export function meetingCandidates(actor: UserActor, today: Day): MeetingCandidates {
  allow(canKeepMeetings(actor))
  const late = and(
    eq(conditions.state, 'open'),
    or(gte(conditions.level, 3), isOverdue(today)),
    notListed(eq(meetingItems.conditionId, conditions.id)),
  )
  const red = and(eq(projectList.lightLevel, 'red'), notListed(eq(meetingItems.projectId, projectList.projectId)))
  return {
    conditions: conditionsWhere(late, today),
    conditionsTotal: orm().select({ rows: count() }).from(conditions).where(late).get()?.rows ?? 0,
    works: worksWhere(red),
    worksTotal: orm().select({ rows: count() }).from(projectList).where(red).get()?.rows ?? 0,
  }
}

const notListed = (same: SQL): SQL =>
  notExists(
    orm()
      .select({ id: meetingItems.id })
      .from(meetingItems)
      .where(and(same, eq(meetingItems.state, 'open'))),
  )

function conditionsWhere(where: SQL | undefined, today: Day): ConditionCandidate[] {
  return orm()
    .select({ condition: conditions, code: projectList.code, work: projectList.name, unit: organisations.name })
    .from(conditions)
    .innerJoin(projectList, eq(projectList.projectId, conditions.projectId))
    .leftJoin(organisations, eq(organisations.id, conditions.askedOfId))
    .where(where)
    .orderBy(desc(conditions.level), asc(conditions.unitDueOn), asc(conditions.id))
    .limit(most)
    .all()
    .map(({ condition: { id, kind, ask, level, unitDueOn }, ...named }) => {
      const overdueDays = unitDueOn === null ? 0 : Math.max(0, daysBetween(unitDueOn, today))
      return { id, kind, ask, level, overdueDays, ...named }
    })
}

function worksWhere(where: SQL | undefined): WorkCandidate[] {
  return orm()
    .select()
    .from(projectList)
    .where(where)
    .orderBy(desc(projectList.lateness), asc(projectList.code))
    .limit(most)
    .all()
    .map((row) => ({ code: row.code, name: row.name, light: lightToShow(row.lights) ?? null, unit: row.responsibleName ?? row.ownerName }))
}
