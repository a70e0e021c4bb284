import { and, between, eq, inArray, isNull, ne, or, type SQL } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { type FilterName, filterNames, type ListFilter } from '../../domain/list-params'
import { orm } from '../client'
import { projectList, projectSources } from '../schema'
import { inPeriod } from './library-period'
import { searchCondition } from './project-search'
import { scopeKey, visibleProjects } from './scope'

/** Without a day, whatever was carried over counts where it goes. */
const lastDay = '9999-12-31'

type Conditions = { [Name in FilterName]: (value: NonNullable<ListFilter[Name]>, filter: ListFilter) => SQL | undefined }

const conditions: Conditions = {
  q: searchCondition,
  // A work stands in every box that names it: 5-1 and 7-3 share eleven.
  box: (id) =>
    inArray(
      projectList.projectId,
      orm()
        .select({ id: projectSources.projectId })
        .from(projectSources)
        .where(between(projectSources.itemCode, `${id}#`, `${id}#~`)),
    ),
  sector: (sector) => eq(projectList.sector, sector),
  class: (name) => eq(projectList.class, name),
  chain: (chain) => {
    if (chain === 'none') return isNull(projectList.chainId)
    return chain === 'unconfirmed' ? inArray(projectList.chainBasis, ['suggested', 'unknown']) : eq(projectList.chainId, chain)
  },
  town: (town) => eq(projectList.town, town),
  owner: (owner) =>
    owner === 'none'
      ? isNull(projectList.ownerId)
      : or(eq(projectList.ownerId, Number(owner)), eq(projectList.responsibleId, Number(owner))),
  stage: (stage) => eq(projectList.stage, stage),
  category: (category) => eq(projectList.category, category),
  level: (level) => eq(projectList.level, level),
  industryClass: (name) => eq(projectList.industryClass, name),
  leader: (name) => eq(projectList.leaderName, name),
  light: (level) => eq(projectList.lightLevel, level),
  report: (state) => (state === 'none' ? isNull(projectList.lastReportOn) : eq(projectList.reportState, state)),
  period: (id, { on }) => inPeriod(id, on ?? lastDay),
}

const conditionOf = <Name extends FilterName>(name: Name, filter: ListFilter): SQL | undefined => {
  const value = filter[name]
  return value === undefined ? undefined : conditions[name](value as NonNullable<ListFilter[Name]>, filter)
}

/** What an actor sees of a filtered list, as one condition; `except` leaves one filter out, for the counts beside its choices. */
export function listCondition(actor: Actor, filter: ListFilter, except?: FilterName): SQL {
  const wanted = filterNames.filter((name) => name !== except).map((name) => conditionOf(name, filter))
  return and(visibleProjects(actor), ...wanted) ?? ne(projectList.projectId, projectList.projectId)
}

/** Names the same question of the same readers. */
export const filterKey = (actor: Actor, filter: ListFilter): string =>
  `${scopeKey(actor)} ${JSON.stringify([...filterNames.map((name) => filter[name] ?? null), filter.period ? (filter.on ?? null) : null])}`
