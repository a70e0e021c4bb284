import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { type Day, daysBetween } from '../../domain/calendar'
import type { ConditionKind } from '../../domain/condition'
import type { Light, LightLevel } from '../../domain/light'
import { lightToShow } from '../../domain/list-row'
import { orm } from '../client'
import { conditions, organisations, projectList } from '../schema'
import type { ProjectRow } from './project-list'
import { visibleProjects } from './scope'

export type OpenCondition = {
  id: number
  code: string
  name: string
  kind: ConditionKind
  ask: string
  askedOf: string | null
  state: 'open' | 'answered' | 'solved' | 'cannot'
  raisedOn: Day
  /** Days since it was raised. */
  days: number
}

/** Conditions nobody has closed, the oldest first, of the works one may see. */
export function openConditions(actor: Actor, today: Day, most: number): { rows: OpenCondition[]; total: number } {
  const where = and(visibleProjects(actor), isNull(conditions.closedOn))
  const rows = orm()
    .select({ condition: conditions, code: projectList.code, name: projectList.name, askedOf: organisations.name })
    .from(conditions)
    .innerJoin(projectList, eq(projectList.projectId, conditions.projectId))
    .leftJoin(organisations, eq(organisations.id, conditions.askedOfId))
    .where(where)
    // What nobody has answered first, then what waits to be closed; the longest waiting before the others.
    .orderBy(desc(conditions.state), asc(conditions.raisedOn), asc(conditions.id))
    .limit(most)
    .all()
    .map(({ condition: { id, kind, ask, state, raisedOn }, ...work }) => ({
      id,
      kind,
      ask,
      state,
      raisedOn,
      ...work,
      days: daysBetween(raisedOn, today),
    }))
  const total = orm()
    .select({ rows: count() })
    .from(conditions)
    .innerJoin(projectList, eq(projectList.projectId, conditions.projectId))
    .where(where)
    .get()
  return { rows, total: total?.rows ?? 0 }
}

export type LitWork = { row: ProjectRow; light: Light }

/** Works by the light a list shows of them, the latest first within a level: an index holds them in this order, whatever their number. */
export function worksByLight(actor: Actor, levels: readonly LightLevel[], most: number): { rows: LitWork[]; total: number } {
  const visible = visibleProjects(actor)
  const rows = levels.flatMap((level) =>
    orm()
      .select()
      .from(projectList)
      .where(and(visible, eq(projectList.lightLevel, level)))
      .orderBy(desc(projectList.lateness), asc(projectList.code))
      .limit(most)
      .all(),
  )
  const lit = rows.slice(0, most).flatMap((row) => {
    const light = lightToShow(row.lights)
    return light ? [{ row, light }] : []
  })
  const where = and(visible, inArray(projectList.lightLevel, [...levels]))
  const total = orm().select({ rows: count() }).from(projectList).where(where).get()?.rows ?? 0
  return { rows: lit, total }
}
