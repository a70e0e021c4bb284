import { and, count, countDistinct, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Actor } from '../../domain/actor'
import type { FilterName, ListFilter } from '../../domain/list-params'
import { orm } from '../client'
import { projectList, projectSources } from '../schema'
import { keptAnswer } from './kept'
import { inPeriod, libraryPeriods } from './library-period'
import { planBoxes, planChains } from './plan'
import { filterKey, listCondition } from './project-filter'
import { visibleProjects } from './scope'

/** A value one may filter by and how many rows it would leave, the other filters standing. */
export type Facet = { value: string; rows: number }
export type NamedFacet = Facet & { name: string }
type FacetName = 'sector' | 'class' | 'town' | 'stage' | 'category' | 'level' | 'industryClass' | 'leader' | 'light' | 'report'
export type ListFacets = Record<FacetName, Facet[]> & {
  /** In the plan's order. */
  box: NamedFacet[]
  chain: NamedFacet[]
  /** None while there is one period. */
  period: NamedFacet[]
  /** The units with the most works, and the one that is filtered by. */
  owner: NamedFacet[]
  noOwner: number
  unconfirmed: number
  noReport: number
}

const columns = {
  sector: projectList.sector,
  class: projectList.class,
  chain: projectList.chainId,
  town: projectList.town,
  stage: projectList.stage,
  category: projectList.category,
  level: projectList.level,
  industryClass: projectList.industryClass,
  leader: projectList.leaderName,
  light: projectList.lightLevel,
  report: projectList.reportState,
} satisfies Partial<Record<FilterName, SQLiteColumn>>

export function listFacets(actor: Actor, filter: ListFilter): ListFacets {
  visibleProjects(actor)
  return keptAnswer(`facets ${filterKey(actor, filter)}`, () => {
    const without = (name: FilterName) => listCondition(actor, filter, name)
    const of = (name: keyof typeof columns) => facet(columns[name], without(name))
    return {
      box: named(
        boxFacet(without('box')),
        planBoxes().map(({ id, title }) => ({ id, name: `${id} ${title}` })),
      ),
      period: periodFacet(actor, filter, without('period')),
      sector: of('sector'),
      class: of('class'),
      chain: named(of('chain'), planChains()),
      town: of('town'),
      stage: of('stage'),
      category: of('category'),
      level: of('level'),
      industryClass: of('industryClass'),
      leader: of('leader'),
      light: of('light'),
      report: of('report'),
      owner: withChosen(actor, filter.owner, unitFacet(without('owner'))),
      noOwner: rowsOf(and(without('owner'), isNull(projectList.ownerId))),
      unconfirmed: rowsOf(and(without('chain'), inArray(projectList.chainBasis, ['suggested', 'unknown']))),
      noReport: rowsOf(and(without('report'), isNull(projectList.lastReportOn))),
    }
  })
}

function facet(column: SQLiteColumn, condition: SQL): Facet[] {
  return orm()
    .select({ value: column, rows: count() })
    .from(projectList)
    .where(and(condition, isNotNull(column)))
    .groupBy(column)
    .limit(100)
    .all()
    .map(({ value, rows }) => ({ value: String(value), rows }))
}

/** A work counts in every box that names it. */
function boxFacet(condition: SQL): Facet[] {
  const value = sql<string>`substr(${projectSources.itemCode}, 1, instr(${projectSources.itemCode}, '#') - 1)`
  return orm()
    .select({ value, rows: countDistinct(projectSources.projectId) })
    .from(projectSources)
    .innerJoin(projectList, eq(projectList.projectId, projectSources.projectId))
    .where(condition)
    .groupBy(value)
    .all()
}

/** The library of each period, in the order in which they begin. */
function periodFacet(actor: Actor, { on }: ListFilter, condition: SQL): NamedFacet[] {
  if (on === undefined) return []
  const periods = libraryPeriods(actor, on)?.all ?? []
  return periods.map(({ id, name }) => ({ value: id, name, rows: rowsOf(and(condition, inPeriod(id, on))) }))
}

const named = (facets: readonly Facet[], order: readonly { id: string; name: string }[]): NamedFacet[] =>
  order.flatMap(({ id, name }) => facets.filter(({ value }) => value === id).map((facet) => ({ ...facet, name })))

/** The unit filtered by stays among the choices even when it has few works. */
function withChosen(actor: Actor, chosen: string | undefined, units: NamedFacet[]): NamedFacet[] {
  if (!chosen || chosen === 'none' || units.some(({ value }) => value === chosen)) return units
  const id = Number(chosen)
  const rows = rowsOf(and(visibleProjects(actor), or(eq(projectList.ownerId, id), eq(projectList.responsibleId, id))))
  return [...units, { value: chosen, name: unitName(actor, id) ?? chosen, rows }]
}

const mostUnits = 20

/** The units with the most works here: a longer list is found by search. */
function unitFacet(condition: SQL): NamedFacet[] {
  const rows = orm()
    .select({ value: projectList.ownerId, name: projectList.ownerName, rows: count() })
    .from(projectList)
    .where(and(condition, isNotNull(projectList.ownerId)))
    .groupBy(projectList.ownerId)
    .orderBy(desc(count()), projectList.ownerId)
    .limit(mostUnits)
    .all()
  return rows.map(({ value, name, rows }) => ({ value: String(value), name: name ?? '', rows }))
}

const rowsOf = (condition: SQL | undefined): number => orm().select({ rows: count() }).from(projectList).where(condition).get()?.rows ?? 0

/** The name of a unit one filters by, if it stands beside a work one may see. */
export function unitName(actor: Actor, id: number): string | null {
  const visible = visibleProjects(actor)
  const owner = orm()
    .select({ name: projectList.ownerName })
    .from(projectList)
    .where(and(visible, eq(projectList.ownerId, id)))
    .limit(1)
    .get()
  const responsible = orm()
    .select({ name: projectList.responsibleName })
    .from(projectList)
    .where(and(visible, eq(projectList.responsibleId, id)))
    .limit(1)
    .get()
  return owner?.name ?? responsible?.name ?? null
}
