import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Day, Instant, Quarter } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import type { ChainId, Clause, PlanChain } from '../../domain/plan'
import { canReadAllProjects, canReadRollups } from '../../domain/policy'
import { enterprisesOf, returnsOf } from '../chain-summaries'
import { orm } from '../client'
import { chainEnterprises, organisations, outputReturns } from '../schema'
import { maskedQuote } from './mask'
import { type Person, peopleOf } from './people'
import { thePlan } from './plan'

/** An approved return with the account of its figure; `before` = the approved one of an earlier quarter. */
export type ReturnAccount = {
  id: number
  quarter: Quarter
  yuan: number
  submittedAt: Instant
  submitter: Person | null
  decidedAt: Instant | null
  decider: Person | null
  onBehalfSource: string | null
  onBehalfOn: Day | null
  before: { quarter: Quarter; yuan: number } | null
}

export type EnterpriseRow = {
  organisationId: number
  name: string
  basis: 'stated' | 'confirmed'
  fromDay: Day
  /** The plan's words, where they tie the firm to the chain. */
  clause: Clause | null
  last: ReturnAccount | null
  waiting: Quarter | null
}

export const enterprisesAPage = 50

/** The enterprises of a chain as far as the reader may know them: a project unit knows only itself. */
export function enterprisesPage(actor: Actor, chain: PlanChain, page: number): { rows: EnterpriseRow[]; total: number } {
  allow(canReadRollups(actor))
  const where = tied(actor, chain.id)
  const rows = orm()
    .select({ id: organisations.id, name: organisations.name, basis: chainEnterprises.basis, fromDay: chainEnterprises.fromDay })
    .from(chainEnterprises)
    .innerJoin(organisations, eq(organisations.id, chainEnterprises.organisationId))
    .where(where)
    .orderBy(asc(organisations.id))
    .limit(enterprisesAPage)
    .offset((page - 1) * enterprisesAPage)
    .all()
  const told = returnAccounts(
    chain.id,
    rows.map((row) => row.id),
  )
  const total = orm().select({ rows: count() }).from(chainEnterprises).where(where).get()?.rows ?? 0
  return { rows: rows.map(({ id, ...row }) => ({ organisationId: id, ...row, clause: firmClause(chain, row.name), ...told(id) })), total }
}

function tied(actor: Actor, chainId: ChainId) {
  const own = canReadAllProjects(actor) || actor.kind !== 'user' ? undefined : eq(chainEnterprises.organisationId, actor.organisationId)
  return and(eq(chainEnterprises.chainId, chainId), isNull(chainEnterprises.toDay), own)
}

/** The returns of some enterprises, latest first: what counts last, the one before it, and what waits. */
function returnAccounts(chainId: ChainId, ids: readonly number[]) {
  const rows = orm()
    .select()
    .from(outputReturns)
    .where(and(eq(outputReturns.chainId, chainId), inArray(outputReturns.organisationId, [...ids])))
    .orderBy(desc(outputReturns.quarter), desc(outputReturns.id))
    .all()
  const people = peopleOf(
    orm(),
    rows.flatMap((row) => [row.submittedBy, row.decidedBy]),
  )
  return (id: number): Pick<EnterpriseRow, 'last' | 'waiting'> => {
    const own = rows.filter((row) => row.organisationId === id)
    const [last, before] = own.filter((row) => row.current)
    const waiting = own.find((row) => row.status === 'submitted')?.quarter ?? null
    if (!last) return { last: null, waiting }
    const { quarter, yearToDateYuan: yuan, submittedAt, decidedAt, onBehalfSource, onBehalfOn } = last
    const who = { submitter: people.get(last.submittedBy) ?? null, decider: people.get(last.decidedBy ?? 0) ?? null }
    const account = { id: last.id, quarter, yuan, submittedAt, decidedAt, onBehalfSource, onBehalfOn, ...who }
    return { last: { ...account, before: before ? { quarter: before.quarter, yuan: before.yearToDateYuan } : null }, waiting }
  }
}

/** The clause that names a firm of the chain, or else the work its owner builds under it. */
export function firmClause(chain: PlanChain, name: string): Clause | null {
  const firm = chain.firms.find((entry) => name.includes(entry.name))
  const clause = firm?.clause ?? ownedClause(chain.id, name)
  return clause && { ...clause, quote: maskedQuote(clause.quote) }
}

function ownedClause(chainId: ChainId, name: string): Clause | null {
  const { projects, boxes } = thePlan()
  const owned = new Set(boxes.flatMap((box) => box.items.flatMap((item) => (item.owner === name ? [item.code] : []))))
  const stated = projects.find(
    ({ chain, items }) => chain.basis === 'stated' && chain.chain === chainId && items.some((code) => owned.has(code)),
  )
  return stated?.chain.basis === 'stated' ? stated.chain.clause : null
}

/** Enterprises without an approved return of a year, by name: what the sum lacks. */
export function missingEnterprises(actor: Actor, chainId: ChainId, year: number): string[] {
  allow(canReadAllProjects(actor))
  const told = new Set(returnsOf(orm(), chainId, year).map((entry) => entry.organisationId))
  const missing = enterprisesOf(orm(), chainId).filter((id) => !told.has(id))
  if (missing.length === 0) return []
  return orm()
    .select({ name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, missing))
    .orderBy(asc(organisations.id))
    .all()
    .map((row) => row.name)
}

/** Firms that could be tied to a chain; the bureau's choice. */
export function tieChoices(chainId: ChainId): string[] {
  const already = new Set(enterprisesOf(orm(), chainId))
  const companies = orm()
    .select()
    .from(organisations)
    .where(eq(organisations.kind, 'company'))
    .orderBy(asc(organisations.id))
    .limit(500)
    .all()
  return companies.filter(({ id }) => !already.has(id)).map(({ name }) => name)
}
