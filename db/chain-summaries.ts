import { and, asc, eq, isNull, like } from 'drizzle-orm'
import { type ChainOutput, chainOutput, enterpriseOutputs } from '../domain/chain-output'
import type { ChainId } from '../domain/plan'
import type { Reader, Tx } from './client'
import { chainEnterprises, chainOutputs, outputReturns, statisticsOutputs } from './schema'

/** Recomputes a chain's output of a year from its facts; every command that touches output ends with it. */
export function refreshChain(tx: Tx, chainId: ChainId, year: number): void {
  const { through, uneven: _, ...output } = chainOutputOf(tx, chainId, year)
  const row = { chainId, throughMonth: through, ...output }
  tx.insert(chainOutputs)
    .values(row)
    .onConflictDoUpdate({ target: [chainOutputs.chainId, chainOutputs.year], set: row })
    .run()
}

/** Enterprises tied to the chain now. */
export function enterprisesOf(db: Reader, chainId: ChainId): number[] {
  return db
    .select({ id: chainEnterprises.organisationId })
    .from(chainEnterprises)
    .where(and(eq(chainEnterprises.chainId, chainId), isNull(chainEnterprises.toDay)))
    .orderBy(asc(chainEnterprises.organisationId))
    .all()
    .map((row) => row.id)
}

export function returnsOf(db: Reader, chainId: ChainId, year: number) {
  return db
    .select({
      organisationId: outputReturns.organisationId,
      quarter: outputReturns.quarter,
      yuan: outputReturns.yearToDateYuan,
      id: outputReturns.id,
    })
    .from(outputReturns)
    .where(and(eq(outputReturns.chainId, chainId), eq(outputReturns.current, true), like(outputReturns.quarter, `${year}Q%`)))
    .all()
}

export function statisticsOf(db: Reader, chainId: ChainId, year: number) {
  const row = db
    .select()
    .from(statisticsOutputs)
    .where(and(eq(statisticsOutputs.chainId, chainId), eq(statisticsOutputs.year, year), eq(statisticsOutputs.current, true)))
    .get()
  return row ? { yuan: row.yuan, through: row.throughMonth, source: row.source, id: row.id } : null
}

/** What the summary must be by the facts alone. */
export function chainOutputOf(db: Reader, chainId: ChainId, year: number): ChainOutput {
  return chainOutput(
    year,
    statisticsOf(db, chainId, year),
    enterpriseOutputs(year, enterprisesOf(db, chainId), returnsOf(db, chainId, year)),
  )
}
