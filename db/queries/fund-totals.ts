import { and, eq, isNull, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Actor } from '../../domain/actor'
import type { Quarter } from '../../domain/calendar'
import { fundMeasures } from '../../domain/fund'
import type { FundParams } from '../../domain/fund-params'
import { type FundTotals, type GroupCell, groupOf, groupsBy, type SourceCell, sourceOf } from '../../domain/fund-totals'
import { sectors } from '../../domain/plan'
import { projectLevels } from '../../domain/project'
import { orm } from '../client'
import { allFundSources } from '../funds/sources'
import { fundLines, fundReturns, projectList } from '../schema'
import { keptAnswer } from './kept'
import { scopeKey, visibleProjects } from './scope'

export type FundFilter = Omit<FundParams, 'quarter'> & { quarter: Quarter }

/** Money by source up to a quarter's end, of the works one may see: each by its last approved return; a work without one is not known, never 0. */
export function fundTotals(actor: Actor, { quarter, sector, level }: FundFilter): FundTotals {
  const where = and(visibleProjects(actor), ne(projectList.stage, 'withdrawn'), ofFilter({ sector, level }))
  return keptAnswer(`funds ${scopeKey(actor)} ${JSON.stringify([quarter, sector, level])}`, () => {
    const groups = groupCells(where, quarter)
    const cells = sourceCells(where, quarter)
    const all = groupOf('', groups)
    const sources = allFundSources(orm()).map(({ id, name, active }) => sourceOf({ id, name, active }, cells, all.works))
    return {
      quarter,
      all,
      sources: sources.filter(({ active, ...sums }) => active || fundMeasures.some((measure) => (sums[measure].yuan ?? 0) > 0)),
      sectors: groupsBy(groups, (cell) => cell.sector, sectors),
      levels: groupsBy(groups, (cell) => cell.level ?? '', projectLevels),
    }
  })
}

const ofFilter = ({ sector, level }: Omit<FundFilter, 'quarter'>): SQL | undefined =>
  and(
    sector ? eq(projectList.sector, sector) : undefined,
    level === 'none' ? isNull(projectList.level) : level ? eq(projectList.level, level) : undefined,
  )

/** The last approved return of each work up to the quarter: of a group's row SQLite takes the id that stands beside the largest quarter. */
const lastReturns = (quarter: Quarter) =>
  orm()
    .select({ id: fundReturns.id, projectId: fundReturns.projectId, quarter: sql<string>`max(${fundReturns.quarter})`.as('quarter') })
    .from(fundReturns)
    .where(and(eq(fundReturns.current, true), lte(fundReturns.quarter, quarter)))
    .groupBy(fundReturns.projectId)
    .as('last')

const sum = (column: SQLiteColumn) => sql<number | null>`sum(${column})`
const known = (column: SQLiteColumn) => sql<number>`count(${column})`

function sourceCells(where: SQL | undefined, quarter: Quarter): SourceCell[] {
  const last = lastReturns(quarter)
  return orm()
    .select({
      sector: projectList.sector,
      level: projectList.level,
      sourceId: fundLines.sourceId,
      plannedYuan: sum(fundLines.plannedYuan),
      plannedKnown: known(fundLines.plannedYuan),
      inPlaceYuan: sum(fundLines.inPlaceYuan),
      inPlaceKnown: known(fundLines.inPlaceYuan),
      paidYuan: sum(fundLines.paidYuan),
      paidKnown: known(fundLines.paidYuan),
    })
    .from(last)
    .innerJoin(projectList, eq(projectList.projectId, last.projectId))
    .innerJoin(fundLines, eq(fundLines.returnId, last.id))
    .where(where)
    .groupBy(projectList.sector, projectList.level, fundLines.sourceId)
    .all()
}

/** Every work, whether it told anything or not; a return is complete in a measure when all its sources tell it. */
function groupCells(where: SQL | undefined, quarter: Quarter): GroupCell[] {
  const last = lastReturns(quarter)
  const whole = (column: SQLiteColumn, name: string) => sql<number>`count(${column}) = count(*)`.as(name)
  const told = orm()
    .select({
      projectId: last.projectId,
      quarter: sql<string>`${last.quarter}`.as('told_quarter'),
      planned: sql<number | null>`sum(${fundLines.plannedYuan})`.as('planned'),
      plannedWhole: whole(fundLines.plannedYuan, 'planned_whole'),
      inPlace: sql<number | null>`sum(${fundLines.inPlaceYuan})`.as('in_place'),
      inPlaceWhole: whole(fundLines.inPlaceYuan, 'in_place_whole'),
      paid: sql<number | null>`sum(${fundLines.paidYuan})`.as('paid'),
      paidWhole: whole(fundLines.paidYuan, 'paid_whole'),
    })
    .from(last)
    .innerJoin(fundLines, eq(fundLines.returnId, last.id))
    .groupBy(last.id)
    .as('told')
  return orm()
    .select({
      sector: projectList.sector,
      level: projectList.level,
      works: sql<number>`count(*)`,
      told: sql<number>`count(${told.projectId})`,
      fresh: sql<number>`coalesce(sum(${told.quarter} = ${quarter}), 0)`,
      plannedYuan: sql<number | null>`sum(${told.planned})`,
      plannedKnown: sql<number>`coalesce(sum(${told.plannedWhole}), 0)`,
      inPlaceYuan: sql<number | null>`sum(${told.inPlace})`,
      inPlaceKnown: sql<number>`coalesce(sum(${told.inPlaceWhole}), 0)`,
      paidYuan: sql<number | null>`sum(${told.paid})`,
      paidKnown: sql<number>`coalesce(sum(${told.paidWhole}), 0)`,
    })
    .from(projectList)
    .leftJoin(told, eq(told.projectId, projectList.projectId))
    .where(where)
    .groupBy(projectList.sector, projectList.level)
    .all()
}
