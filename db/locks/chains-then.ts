import { asc, eq, like } from 'drizzle-orm'
import { decidedBy, type Moment } from '../../domain/as-of'
import { quarterEnd, yearOf } from '../../domain/calendar'
import { type ChainOutput, chainOutput, enterpriseOutputs } from '../../domain/chain-output'
import type { LockSpan } from '../../domain/lock'
import { type ChainId, chainIds } from '../../domain/plan'
import type { ChainFacts } from '../../domain/published-output'
import type { Reader } from '../client'
import { chainEnterprises, outputReturns, statisticsOutputs } from '../schema'
import { rewoundHouse } from './known-rows'
import { keptSince } from './moment'

/** Each chain's output of the period's year, from what was approved by the moment and reaches no further than the period. */
export function chainsThen(db: Reader, moment: Moment, span: LockSpan): Map<ChainId, ChainOutput> {
  const year = yearOf(span.throughMonth)
  const facts = [...chainFactsThen(db, moment, span)]
  return new Map(facts.map(([chainId, { stated, enterprises }]) => [chainId, chainOutput(year, stated, enterprises)]))
}

/** What those outputs are made of. */
export function chainFactsThen(db: Reader, moment: Moment, span: LockSpan): Map<ChainId, ChainFacts> {
  const year = yearOf(span.throughMonth)
  const [ties, returns, statistics] = [tiesThen(db, moment, span), returnsThen(db, moment, span), statisticsThen(db, moment, span)]
  return new Map(
    chainIds.map((chainId) => {
      const enterprises = ties.filter((tie) => tie.chainId === chainId).map(({ organisationId }) => organisationId)
      const own = returns.filter((row) => row.chainId === chainId)
      const told = statistics.find((row) => row.chainId === chainId)
      const stated = told ? { yuan: told.yuan, through: told.throughMonth, source: told.source } : null
      return [chainId, { stated, enterprises: enterpriseOutputs(year, enterprises, own) }]
    }),
  )
}

/** The enterprises of a chain on the day the period stands on. */
function tiesThen(db: Reader, moment: Moment, { standsOn }: LockSpan) {
  const { chainId, organisationId, fromDay, toDay } = chainEnterprises
  const rows = db.select({ chainId, organisationId, fromDay, toDay }).from(chainEnterprises).orderBy(asc(organisationId)).all()
  const then = rewoundHouse(db, 'enterprise', rows, (row) => `${row.chainId} ${row.organisationId} ${row.fromDay}`, moment)
  const inForce = then.filter((row) => row.fromDay <= standsOn && (row.toDay === null || row.toDay > standsOn))
  return inForce.sort((a, b) => a.organisationId - b.organisationId)
}

const decided = <T extends typeof outputReturns | typeof statisticsOutputs>(table: T) => ({
  id: table.id,
  status: table.status,
  submittedAt: table.submittedAt,
  decidedAt: table.decidedAt,
  current: table.current,
  chainId: table.chainId,
})

function returnsThen(db: Reader, moment: Moment, { throughMonth }: LockSpan) {
  const { organisationId, quarter, yearToDateYuan } = outputReturns
  const rows = db
    .select({ ...decided(outputReturns), organisationId, quarter, yearToDateYuan })
    .from(outputReturns)
    .where(like(quarter, `${yearOf(throughMonth)}Q%`))
    .orderBy(asc(outputReturns.id))
    .all()
  const ofYear = rewoundHouse(db, 'output', rows, (row) => String(row.id), moment).filter(
    (row) => yearOf(row.quarter) === yearOf(throughMonth),
  )
  return decidedBy(ofYear, moment, keptSince(db), (row) => `${row.chainId} ${row.organisationId} ${row.quarter}`)
    .filter((row) => row.current && quarterEnd(row.quarter) <= throughMonth)
    .map((row) => ({ chainId: row.chainId, organisationId: row.organisationId, quarter: row.quarter, yuan: row.yearToDateYuan }))
}

/** Statistics entered for a later month than the period's are not of the period. */
function statisticsThen(db: Reader, moment: Moment, { throughMonth: through }: LockSpan) {
  const { year, throughMonth, yuan, source } = statisticsOutputs
  const rows = db
    .select({ ...decided(statisticsOutputs), year, throughMonth, yuan, source })
    .from(statisticsOutputs)
    .where(eq(year, yearOf(through)))
    .orderBy(asc(statisticsOutputs.id))
    .all()
  const then = rewoundHouse(db, 'statistics', rows, (row) => String(row.id), moment).filter((row) => row.year === yearOf(through))
  return decidedBy(then, moment, keptSince(db), (row) => row.chainId).filter((row) => row.current && row.throughMonth <= through)
}
