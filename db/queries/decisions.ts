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
const mostRated = 300

/** Works by the light a list shows of them, the latest first: days past a milestone, then months past the start, then points behind the plan. */
export function worksByLight(actor: Actor, levels: readonly LightLevel[], most: number): { rows: LitWork[]; total: number } {
  const where = and(visibleProjects(actor), inArray(projectList.lightLevel, [...levels]))
  const rows = orm().select().from(projectList).where(where).orderBy(asc(projectList.code)).limit(mostRated).all()
  const lit = rows.flatMap((row) => {
    const light = lightToShow(row.lights)
    return light ? [{ row, light }] : []
  })
  const total = orm().select({ rows: count() }).from(projectList).where(where).get()?.rows ?? 0
  const worstFirst = (a: LitWork, b: LitWork) => lateness(b.light) - lateness(a.light) || rank(a.light) - rank(b.light)
  return { rows: lit.sort(worstFirst).slice(0, most), total }
}

/** In days, roughly: only to put the worst first. */
function lateness({ params }: Light): number {
  const { days, months, points } = params
  return Number(days ?? 0) + Number(months ?? 0) * 30 + Number(points ?? 0)
}

/** Among works without a rating: first those that lack something somebody should have told. */
const lacking = ['missed-months', 'no-report', 'no-plan', 'stage-unknown']
const rank = ({ reason }: Light): number => (lacking.includes(reason) ? lacking.indexOf(reason) : lacking.length)
