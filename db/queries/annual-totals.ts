import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { AnnualCell } from '../../domain/annual-plan-totals'
import { allow } from '../../domain/errors'
import { canReadYear } from '../../domain/policy'
import { originalYuan } from '../annual/plans-in-force'
import { approvedOf, planOfYear, waitingPlan, yearCondition } from '../annual/year-works'
import { orm } from '../client'
import { annualPlans, projectList } from '../schema'
import type { AnnualAsked } from './annual-list'
import { keptAnswer } from './kept'
import { scopeKey } from './scope'

/** The year's sums of a filtered list, by what the works have; asked again before anything changed, they are the same. */
export function annualCells(actor: Actor, asked: AnnualAsked): AnnualCell[] {
  allow(canReadYear(actor))
  return keptAnswer(`annual ${scopeKey(actor)} ${JSON.stringify(asked)}`, () => countedCells(actor, asked))
}

/** What is counted of each work. */
const factsOf = (actor: Actor, { year, ...asked }: AnnualAsked) =>
  orm()
    .select({
      planned: sql<number>`${annualPlans.id} is not null`.as('planned'),
      waiting: sql<number>`${waitingPlan(year)} is not null`.as('waiting'),
      active: sql<number>`${projectList.stage} in ('preparatory', 'construction')`.as('active'),
      yuan: sql<number | null>`${annualPlans.plannedYuan}`.as('yuan'),
      original: sql<number | null>`case when ${annualPlans.id} is null then null else ${originalYuan} end`.as('original'),
      approved: sql<number | null>`${approvedOf(year).yuan}`.as('approved'),
      starts: monthIn(annualPlans.startMonth, year).as('starts'),
      finishes: monthIn(annualPlans.finishMonth, year).as('finishes'),
      productions: monthIn(annualPlans.productionMonth, year).as('productions'),
    })
    .from(projectList)
    .leftJoin(annualPlans, planOfYear(year))
    .where(yearCondition(actor, year, asked))
    .as('rows')

const sum = (what: SQL) => sql<number | null>`sum(${what})`
const known = (what: SQL) => sql<number>`count(${what})`
const summedWhere = (what: SQL, column: SQL) => sum(sql`case when ${what} then ${column} end`)
const counted = (column: SQL) => sql<number>`coalesce(sum(${column}), 0)`
/** Completion is of works that have both figures. */
const both = sql`rows.yuan > 0 and rows.approved is not null`
const originalBoth = sql`rows.original > 0 and rows.approved is not null`

function countedCells(actor: Actor, asked: AnnualAsked): AnnualCell[] {
  const rows = factsOf(actor, asked)
  return orm()
    .select({
      planned: rows.planned,
      waiting: rows.waiting,
      active: rows.active,
      works: sql<number>`count(*)`,
      yuan: sum(sql`rows.yuan`),
      known: known(sql`rows.yuan`),
      original: sum(sql`rows.original`),
      originalKnown: known(sql`rows.original`),
      approved: sum(sql`rows.approved`),
      approvedKnown: known(sql`rows.approved`),
      bothPlan: summedWhere(both, sql`rows.yuan`),
      bothApproved: summedWhere(both, sql`rows.approved`),
      both: known(sql`case when ${both} then 1 end`),
      bothOriginal: summedWhere(originalBoth, sql`rows.original`),
      bothOriginalApproved: summedWhere(originalBoth, sql`rows.approved`),
      originalBoth: known(sql`case when ${originalBoth} then 1 end`),
      starts: counted(sql`rows.starts`),
      finishes: counted(sql`rows.finishes`),
      productions: counted(sql`rows.productions`),
    })
    .from(rows)
    .groupBy(sql`1`, sql`2`, sql`3`)
    .all()
}

const monthIn = (
  column: typeof annualPlans.startMonth | typeof annualPlans.finishMonth | typeof annualPlans.productionMonth,
  year: number,
) => sql<number>`coalesce(${column} between ${`${year}-01`} and ${`${year}-12`}, 0)`
