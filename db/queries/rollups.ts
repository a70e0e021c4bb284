import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Actor } from '../../domain/actor'
import { boxOfItem } from '../../domain/plan-entries'
import { cellOf, emptyRollup, type Rollup, type RollupCell, rollUp } from '../../domain/rollup'
import { orm } from '../client'
import { projectList, projectSources } from '../schema'
import { keptAnswer } from './kept'
import type { ProjectRow } from './project-list'
import { scopeKey, visibleProjects } from './scope'

const sum = (column: SQLiteColumn) => sql<number | null>`sum(${column})`
const known = (column: SQLiteColumn) => sql<number>`count(${column})`

/** Counted by the database, one row a group, stage and light: its cost does not grow with the history of a work. */
function cells(actor: Actor, group: SQLiteColumn, where?: SQL) {
  return orm()
    .select({
      key: sql<string | null>`${group}`,
      stage: sql<RollupCell['stage']>`${projectList.stage}`,
      lightLevel: sql<RollupCell['lightLevel']>`${projectList.lightLevel}`,
      works: sql<number>`count(*)`,
      planYuan: sum(projectList.planYuan),
      planKnown: known(projectList.planYuan),
      totalYuan: sum(projectList.totalYuan),
      totalKnown: known(projectList.totalYuan),
      reportedYuan: sum(projectList.reportedYuan),
      reportedKnown: known(projectList.reportedYuan),
      approvedYuan: sum(projectList.approvedYuan),
      approvedKnown: known(projectList.approvedYuan),
      approvedPartial: sql<number>`sum(case when ${projectList.approvedYuan} is not null and ${projectList.approvedPartial} then 1 else 0 end)`,
    })
    .from(projectList)
    .where(and(visibleProjects(actor), where))
    .groupBy(group, projectList.stage, projectList.lightLevel)
    .all()
}

/** Roll-ups by a column; works that have no value there stand under ''. */
function byColumn(actor: Actor, name: string, group: SQLiteColumn, where?: SQL): Map<string, Rollup> {
  visibleProjects(actor)
  return keptAnswer(`rollups ${name} ${scopeKey(actor)}`, () => {
    const groups = new Map<string, RollupCell[]>()
    for (const { key, ...cell } of cells(actor, group, where)) groups.set(key ?? '', [...(groups.get(key ?? '') ?? []), cell])
    return new Map([...groups].map(([key, group]) => [key, rollUp(group)]))
  })
}

export const sectorRollups = (actor: Actor) => byColumn(actor, 'sectors', projectList.sector)
/** Works without a town stand under ''. */
export const townRollups = (actor: Actor) => byColumn(actor, 'towns', projectList.town)
export const chainRollups = (actor: Actor) => byColumn(actor, 'chains', projectList.chainId)
/** Works of a sector that no box names, those beyond the plan: their box is ''. */
export const beyondPlan = (actor: Actor, sector: string): Rollup | null =>
  byColumn(actor, `boxes of ${sector}`, projectList.boxId, eq(projectList.sector, sector)).get('') ?? null

export type NamedWork = { item: string; row: ProjectRow }

/** Every work as often as a box names it: there are as many rows as the plan has works, however large the library. */
export function namedWorks(actor: Actor): NamedWork[] {
  return orm()
    .select({ item: projectSources.itemCode, row: projectList })
    .from(projectSources)
    .innerJoin(projectList, eq(projectList.projectId, projectSources.projectId))
    .where(visibleProjects(actor))
    .orderBy(asc(projectSources.itemCode))
    .all()
}

/** `first` = works that have this box as their first: the others stand in an earlier box too, so boxes never add up to their sector. */
export type BoxRollup = Rollup & { first: number }

/** By every box that names a work; a work named twice in one box counts there once. */
export function boxRollups(actor: Actor): Map<string, BoxRollup> {
  const boxes = new Map<string, Map<number, ProjectRow>>()
  for (const { item, row } of namedWorks(actor)) {
    const box = boxes.get(boxOfItem(item)) ?? new Map<number, ProjectRow>()
    boxes.set(boxOfItem(item), box.set(row.projectId, row))
  }
  return new Map([...boxes].map(([box, rows]) => [box, boxRollup(box, [...rows.values()])]))
}

const boxRollup = (box: string, rows: readonly ProjectRow[]): BoxRollup => ({
  ...rollupOf(rows),
  first: rows.filter((row) => row.boxId === box).length,
})

export const noWorks: BoxRollup = { ...emptyRollup(), first: 0 }

export const rollupOf = (rows: readonly ProjectRow[]): Rollup =>
  rollUp(rows.map((row) => cellOf(row as ProjectRow & Pick<RollupCell, 'stage' | 'lightLevel'>)))
