import { and, countDistinct, eq, isNotNull, ne, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { IndicatorFact, ReportedFact, ReportedThing } from '../../domain/evaluation'
import type { Reader } from '../client'
import { planChains } from '../queries/plan'
import {
  annualPlans,
  factSheets,
  fundReturns,
  milestones,
  outputReturns,
  registrations,
  statisticsOutputs,
  updates,
  visits,
} from '../schema'

type Asked = { works: number; indicators: readonly IndicatorFact[] }

/** How many works, chains or indicators anybody ever told a thing of, since the library began; approved where it is approved. */
export function reportedFacts(db: Reader, { works, indicators }: Asked): ReportedFact[] {
  const chains = planChains(db).length
  const valued = indicators.filter(({ values }) => values.some(({ value }) => value !== null)).length
  const ofWorks = Object.entries(perWork).map(([thing, [column, where]]) => ({
    thing: thing as ReportedThing,
    known: told(db, column, where),
    all: works,
  }))
  return [
    ...ofWorks,
    { thing: 'chain-returns', known: told(db, outputReturns.chainId, eq(outputReturns.current, true)), all: chains },
    { thing: 'chain-statistics', known: told(db, statisticsOutputs.chainId, eq(statisticsOutputs.current, true)), all: chains },
    { thing: 'indicators', known: valued, all: indicators.length },
  ]
}

const perWork: Partial<Record<ReportedThing, [SQLiteColumn, SQL | undefined]>> = {
  monthly: [updates.projectId, and(eq(updates.current, true), ne(updates.kind, 'milestone'))],
  milestones: [milestones.projectId, isNotNull(milestones.originalOn)],
  'fact-sheets': [factSheets.projectId, eq(factSheets.current, true)],
  'annual-plans': [annualPlans.projectId, eq(annualPlans.current, true)],
  funds: [fundReturns.projectId, eq(fundReturns.current, true)],
  registration: [registrations.projectId, eq(registrations.current, true)],
  visits: [visits.projectId, undefined],
}

function told(db: Reader, column: SQLiteColumn, where: SQL | undefined): number {
  return (
    db
      .select({ told: countDistinct(column) })
      .from(column.table)
      .where(where)
      .get()?.told ?? 0
  )
}
