import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { type FundFacts, factsOfLines } from '../../domain/fund'
import { constructionSince, type RegistrationFacts } from '../../domain/registration'
import type { Reader } from '../client'
import { prepared } from '../prepared'
import { fundLines, fundReturns, projectStages, registrations } from '../schema'

const id = sql.placeholder('id')

const lastReturn = (db: Reader) =>
  db
    .select({ id: fundReturns.id, quarter: fundReturns.quarter })
    .from(fundReturns)
    .where(and(eq(fundReturns.projectId, id), eq(fundReturns.current, true)))
    .orderBy(desc(fundReturns.quarter))
    .limit(1)
    .prepare()

const linesOfReturn = (db: Reader) =>
  db
    .select({ plannedYuan: fundLines.plannedYuan, inPlaceYuan: fundLines.inPlaceYuan, paidYuan: fundLines.paidYuan })
    .from(fundLines)
    .where(eq(fundLines.returnId, id))
    .prepare()

/** The last approved return of a work, summed. */
export function fundFacts(db: Reader, projectId: number): FundFacts {
  const last = prepared(db, lastReturn).get({ id: projectId })
  return last ? factsOfLines(last.quarter, prepared(db, linesOfReturn).all({ id: last.id })) : factsOfLines(null, [])
}

const stateInForce = (db: Reader) =>
  db
    .select({ state: registrations.state, since: registrations.onDay })
    .from(registrations)
    .where(and(eq(registrations.projectId, id), eq(registrations.current, true)))
    .prepare()

const stagesOf = (db: Reader) =>
  db
    .select({ stage: projectStages.stage, from: projectStages.fromDay })
    .from(projectStages)
    .where(eq(projectStages.projectId, id))
    .orderBy(asc(projectStages.fromDay), asc(projectStages.id))
    .prepare()

/** Where 入库纳统 stands, and since when the work is built. */
export function registrationFacts(db: Reader, projectId: number): RegistrationFacts {
  const recorded = prepared(db, stateInForce).get({ id: projectId })
  return {
    state: recorded?.state ?? null,
    since: recorded?.since ?? null,
    constructionSince: constructionSince(prepared(db, stagesOf).all({ id: projectId })),
  }
}
