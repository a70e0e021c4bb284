import { and, count, desc, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Actor } from '../../domain/actor'
import type { FilterName, ListFilter } from '../../domain/list-params'
import { orm } from '../client'
import { projectList } from '../schema'
import { keptAnswer } from './kept'
import { filterKey, listCondition } from './project-filter'
import { visibleProjects } from './scope'

/** A value one may filter by and how many rows it would leave, the other filters standing. */
export type Facet = { value: string; rows: number }
export type UnitFacet = Facet & { name: string }
export type ListFacets = Record<'box' | 'sector' | 'class' | 'chain' | 'town' | 'stage' | 'category' | 'light' | 'report', Facet[]> & {
  owner: UnitFacet[]
  noOwner: number
  unconfirmed: number
  noReport: number
}

const columns = {
  box: projectList.boxId,
  sector: projectList.sector,
  class: projectList.class,
  chain: projectList.chainId,
  town: projectList.town,
  stage: projectList.stage,
  category: projectList.category,
  light: projectList.lightLevel,
  report: projectList.reportState,
} satisfies Partial<Record<FilterName, SQLiteColumn>>

export function listFacets(actor: Actor, filter: ListFilter): ListFacets {
  visibleProjects(actor)
  return keptAnswer(`facets ${filterKey(actor, filter)}`, () => {
    const without = (name: FilterName) => listCondition(actor, filter, name)
    const of = (name: keyof typeof columns) => facet(columns[name], without(name))
    return {
      box: of('box'),
      sector: of('sector'),
      class: of('class'),
      chain: of('chain'),
      town: of('town'),
      stage: of('stage'),
      category: of('category'),
      light: of('light'),
      report: of('report'),
      owner: unitFacet(without('owner')),
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

const mostUnits = 40

/** The units with the most works here: a longer list is found by search. */
function unitFacet(condition: SQL): UnitFacet[] {
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
