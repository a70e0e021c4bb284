import { and, asc, count, eq, exists, inArray, isNotNull, or } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import type { LightLevel } from '../../domain/light'
import type { ListFilter } from '../../domain/list-params'
import type { TimelineMilestone } from '../../domain/picture/timeline'
import { canReadYear } from '../../domain/policy'
import { orm } from '../client'
import { milestones, projectList } from '../schema'
import { keptAnswer } from './kept'
import { filterKey, listCondition } from './project-filter'

export const timelineWorksAPage = 40

export type TimelineRow = { code: string; work: string; light: LightLevel; milestones: TimelineMilestone[] }

/** Works that have a milestone with a date, by code, forty a page, each with all its milestones in their order. */
export function timeline(actor: UserActor, filter: ListFilter, page: number): { rows: TimelineRow[]; total: number } {
  allow(canReadYear(actor))
  const where = and(listCondition(actor, filter), exists(dated()))
  const ask = () => orm().select({ rows: count() }).from(projectList).where(where).get()?.rows ?? 0
  const total = keptAnswer(`timeline ${filterKey(actor, filter)}`, ask)
  const works = orm()
    .select({ id: projectList.projectId, code: projectList.code, work: projectList.name, light: projectList.lightLevel })
    .from(projectList)
    .where(where)
    .orderBy(asc(projectList.code))
    .limit(timelineWorksAPage)
    .offset((page - 1) * timelineWorksAPage)
    .all()
  const all = milestonesOf(works.map(({ id }) => id))
  const rows = works.map(({ id, light, ...work }) => ({
    ...work,
    light: light as LightLevel,
    milestones: all.filter(({ projectId }) => projectId === id).map(({ projectId: _, ...milestone }) => milestone),
  }))
  return { rows, total }
}

const dated = () =>
  orm()
    .select({ id: milestones.id })
    .from(milestones)
    .where(
      and(
        eq(milestones.projectId, projectList.projectId),
        or(isNotNull(milestones.baselineOn), isNotNull(milestones.metOn), isNotNull(milestones.forecastOn)),
      ),
    )

function milestonesOf(works: readonly number[]) {
  const { id, projectId, name, originalOn, baselineOn, forecastOn, metOn, position } = milestones
  return orm()
    .select({ id, projectId, name, originalOn, baselineOn, forecastOn, metOn })
    .from(milestones)
    .where(inArray(projectId, [...works]))
    .orderBy(asc(projectId), asc(position))
    .all()
}
