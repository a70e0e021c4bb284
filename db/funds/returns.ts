import { and, asc, desc, eq, gt, inArray, lt } from 'drizzle-orm'
import type { Quarter } from '../../domain/calendar'
import { amountOf, type FundLine, fundMeasures } from '../../domain/fund'
import type { FundContext } from '../../domain/fund-checks'
import type { Reader } from '../client'
import { currentSheet } from '../queries/project-facts'
import { fundLines, fundReturns, fundSources } from '../schema'
import { allFundSources, type FundSource } from './sources'

export type FundReturn = typeof fundReturns.$inferSelect
type OfQuarter = { projectId: number; quarter: Quarter }

export const sameQuarter = ({ projectId, quarter }: OfQuarter) =>
  and(eq(fundReturns.projectId, projectId), eq(fundReturns.quarter, quarter))

/** Every try of a work's quarter, the first first. */
export const returnsOfQuarter = (db: Reader, of: OfQuarter): FundReturn[] =>
  db.select().from(fundReturns).where(sameQuarter(of)).orderBy(asc(fundReturns.id)).all()

/** The lines of some returns, each in the order of the sources. */
export function linesOfReturns(db: Reader, ids: readonly number[]): Map<number, FundLine[]> {
  const rows = db
    .select({ line: fundLines })
    .from(fundLines)
    .innerJoin(fundSources, eq(fundSources.id, fundLines.sourceId))
    .where(inArray(fundLines.returnId, [...ids]))
    .orderBy(asc(fundSources.position), asc(fundSources.id))
    .all()
  const byReturn = new Map<number, FundLine[]>()
  for (const { line } of rows) {
    const { returnId, ...told } = line
    byReturn.set(returnId, [...(byReturn.get(returnId) ?? []), told])
  }
  return byReturn
}

export const linesOf = (db: Reader, returnId: number): FundLine[] => linesOfReturns(db, [returnId]).get(returnId) ?? []

/** The approved return of the last quarter before, or of the first one after. */
export function neighbour(db: Reader, { projectId, quarter }: OfQuarter, side: 'before' | 'after'): FundReturn | null {
  const [beyond, nearest] = side === 'before' ? [lt, desc] : [gt, asc]
  const near = and(eq(fundReturns.projectId, projectId), eq(fundReturns.current, true), beyond(fundReturns.quarter, quarter))
  return db.select().from(fundReturns).where(near).orderBy(nearest(fundReturns.quarter)).limit(1).get() ?? null
}

export function fundContext(db: Reader, of: OfQuarter): FundContext {
  const [before, later] = [neighbour(db, of, 'before'), neighbour(db, of, 'after')]
  return {
    before: before ? linesOf(db, before.id) : [],
    later: later ? linesOf(db, later.id) : [],
    totalYuan: currentSheet(db, of.projectId)?.totalYuan ?? null,
  }
}

/** The sources a return is asked for: those in use, and retired ones that have brought the work money before. */
export function askedSources(db: Reader, told: readonly FundLine[]): FundSource[] {
  const brought = new Set(
    told.filter((line) => fundMeasures.some((measure) => (amountOf(line, measure) ?? 0) > 0)).map((line) => line.sourceId),
  )
  return allFundSources(db).filter(({ id, active }) => active || brought.has(id))
}
