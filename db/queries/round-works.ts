import { and, asc, count, eq, inArray, sql } from 'drizzle-orm'
import type { Day } from '../../domain/calendar'
import type { ScopeRoute, ScopeRule } from '../../domain/inspection'
import { type Light, worstLight } from '../../domain/light'
import type { Reader } from '../client'
import { draws, materialReturns, projectList, roundGroups, roundWorks } from '../schema'
import { knownWorks, type ReadRound } from './round-access'
import { visitCounts } from './rounds'

export const roundWorksAPage = 50

export type RoundWorkRow = {
  id: number
  code: string
  name: string
  owner: string | null
  light: Light | null
  /** Null where the list is not open: nothing is said of how it was made. */
  route: ScopeRoute | null
  rules: ScopeRule[]
  /** Which draw of the round brought it in. */
  draw: number | null
  groupId: number | null
  group: string | null
  visitOn: Day | null
  started: number
  finished: number
  /** How many of the things asked for have been handed in. */
  materials: number
}

/** A page of the list, by group and visit day, then by code. */
export function roundWorkRows(db: Reader, { round, whole }: ReadRound, page: number, most = roundWorksAPage): RoundWorkRow[] {
  const rows = db
    .select({ work: roundWorks, list: listColumns, draw: draws.position, group: roundGroups.name })
    .from(roundWorks)
    .innerJoin(projectList, eq(projectList.projectId, roundWorks.projectId))
    .leftJoin(draws, eq(draws.id, roundWorks.drawId))
    .leftJoin(roundGroups, eq(roundGroups.id, roundWorks.groupId))
    .where(and(eq(roundWorks.roundId, round.id), knownWorks(whole)))
    .orderBy(
      sql`${roundWorks.groupId} is null`,
      asc(roundWorks.groupId),
      sql`${roundWorks.visitOn} is null`,
      asc(roundWorks.visitOn),
      asc(projectList.code),
    )
    .limit(most)
    .offset((page - 1) * most)
    .all()
  const ids = rows.map(({ work }) => work.id)
  const [visited, given] = [visitCounts(db, round.id, ids), returnsOf(db, ids)]
  return rows.map(({ work: { id, route, rules, groupId, visitOn }, list: { lights, ...list }, draw, group }) => ({
    ...{ id, ...list, ...(whole ? { route, rules, draw, groupId, group, visitOn } : unsaid) },
    light: worstLight(lights),
    ...(visited.get(id) ?? { started: 0, finished: 0 }),
    materials: given.get(id) ?? 0,
  }))
}

const unsaid = { route: null, rules: [], draw: null, groupId: null, group: null, visitOn: null }

const listColumns = {
  code: projectList.code,
  name: projectList.name,
  owner: sql<string | null>`coalesce(${projectList.ownerName}, ${projectList.responsibleName})`,
  lights: projectList.lights,
}

function returnsOf(db: Reader, ids: number[]): Map<number, number> {
  const distinct = sql<number>`count(distinct ${materialReturns.materialId})`
  const rows = db
    .select({ id: materialReturns.roundWorkId, given: distinct })
    .from(materialReturns)
    .where(inArray(materialReturns.roundWorkId, ids))
    .groupBy(materialReturns.roundWorkId)
    .all()
  return new Map(rows.map(({ id, given }) => [id, given]))
}

/** Works of the whole list without a group: what is still to be shared out. */
export function worksWithoutGroup(db: Reader, roundId: number): number {
  const without = and(eq(roundWorks.roundId, roundId), sql`${roundWorks.groupId} is null`)
  return db.select({ rows: count() }).from(roundWorks).where(without).get()?.rows ?? 0
}
