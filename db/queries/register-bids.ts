import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import type { Total } from '../../domain/money'
import { nothing } from '../../domain/money'
import type { ChapterTenEntry } from '../../domain/plan'
import { canKeepRegisters, canReadRegisters } from '../../domain/policy'
import { plannedBids } from '../../domain/policy-bid'
import type { BidParams } from '../../domain/registers-params'
import { orm } from '../client'
import { namesAt } from '../registers/names'
import { organisations, policyBids } from '../schema'
import { maskedQuote } from './mask'
import { chapterTen } from './plan'

type Row = typeof policyBids.$inferSelect
/** `unit` under its present name; `unitThen` = what it was called on the day it was handed in, where that differs. */
export type BidItem = Row & { unit: string | null; unitThen: string | null; mayChange: boolean }
/** One of the plan's four, how often it was tried, and what was won. */
export type PlannedBid = ChapterTenEntry & { tried: number; accepted: number; amount: Total }
export type BidRegister = { planned: PlannedBid[]; rows: BidItem[]; total: number }

export const bidsAPage = 50

export function bidRegister(actor: Actor, params: BidParams): BidRegister {
  allow(canReadRegisters(actor))
  const { bid, result, page = 1 } = params
  const condition = and(bid ? eq(policyBids.bidCode, bid) : undefined, result ? eq(policyBids.result, result) : undefined)
  const total = orm().select({ rows: count() }).from(policyBids).where(condition).get()?.rows ?? 0
  return { planned: plannedOf(), rows: itemsOf(condition, page, canKeepRegisters(actor)), total }
}

/** The four the plan names, in its order; for forms. */
export const bidChoices = (): { code: string; name: string }[] =>
  plannedBids(chapterTen()).map(({ code, name }) => ({ code, name: maskedQuote(name) }))

function plannedOf(): PlannedBid[] {
  const accepted = sql<number>`sum(case when ${policyBids.result} = 'accepted' then 1 else 0 end)`
  const known = sql<number>`sum(case when ${policyBids.result} = 'accepted' and ${policyBids.amountYuan} is not null then 1 else 0 end)`
  const yuan = sql<number | null>`sum(case when ${policyBids.result} = 'accepted' then ${policyBids.amountYuan} end)`
  const rows = orm()
    .select({ code: policyBids.bidCode, tried: count(), accepted, known, yuan })
    .from(policyBids)
    .groupBy(policyBids.bidCode)
    .all()
  return plannedBids(chapterTen()).map((entry) => {
    const row = rows.find(({ code }) => code === entry.code)
    const amount = row ? { yuan: row.yuan, known: row.known, unknown: row.accepted - row.known } : nothing
    const clause = { ...entry.clause, quote: maskedQuote(entry.clause.quote) }
    return { ...entry, name: maskedQuote(entry.name), clause, tried: row?.tried ?? 0, accepted: row?.accepted ?? 0, amount }
  })
}

function itemsOf(condition: SQL | undefined, page: number, mayChange: boolean): BidItem[] {
  const found = orm()
    .select({ row: policyBids, unit: organisations.name })
    .from(policyBids)
    .leftJoin(organisations, eq(organisations.id, policyBids.unitId))
    .where(condition)
    .orderBy(desc(policyBids.id))
    .limit(bidsAPage)
    .offset((page - 1) * bidsAPage)
    .all()
  const nameAt = namesAt(
    orm(),
    found.map(({ row }) => row.unitId),
  )
  return found.map(({ row, unit }) => {
    const then = row.unitId === null || row.submittedOn === null ? null : nameAt(row.unitId, row.submittedOn)
    return { ...row, unit, unitThen: then === unit ? null : then, mayChange }
  })
}
