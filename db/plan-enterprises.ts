import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Day } from '../domain/calendar'
import type { ChainId, PlanChain } from '../domain/plan'
import type { Reader } from './client'
import { type LoadedPlan, thePlan } from './queries/plan'
import { organisationNames, organisations, planPeriods } from './schema'

/** A firm the plan's words put in a chain, by the name they use. */
export type PlanTie = { chainId: ChainId; firm: string }

/** The companies whose works the plan puts in a chain, under their full names, then the firms its chapters name. */
export function planTies(db: Reader): PlanTie[] {
  const plan = thePlan(db)
  return plan.chains.flatMap((chain) => firmsOf(plan, chain).map((firm) => ({ chainId: chain.id, firm })))
}

function firmsOf({ projects, boxes }: LoadedPlan, { id, firms }: PlanChain): string[] {
  const stated = new Set(projects.flatMap(({ chain, items }) => (chain.basis === 'stated' && chain.chain === id ? items : [])))
  const owners = boxes.flatMap((box) => box.items.flatMap(({ code, owner }) => (owner !== null && stated.has(code) ? [owner] : [])))
  return [...new Set([...owners, ...firms.map((firm) => firm.name)])]
}

/** The company of exactly that name, else the one whose full name, present or earlier, holds the plan's short one. */
export function bearerOf(db: Reader, firm: string): number | null {
  const holds = sql<number>`instr(${organisationNames.name}, ${firm}) > 0 or instr(${organisations.name}, ${firm}) > 0`
  const found = db
    .select({ id: organisations.id })
    .from(organisations)
    .leftJoin(organisationNames, eq(organisationNames.organisationId, organisations.id))
    .where(and(eq(organisations.kind, 'company'), sql`(${holds})`))
    .orderBy(desc(eq(organisations.name, firm)), asc(organisations.id))
    .limit(1)
    .get()
  return found?.id ?? null
}

/** From when the plan's words hold. */
export const planFrom = (db: Reader): Day | null =>
  db
    .select({ from: planPeriods.fromDay })
    .from(planPeriods)
    .where(isNull(planPeriods.openedBy))
    .orderBy(desc(planPeriods.fromDay))
    .limit(1)
    .get()?.from ?? null
