import { asc } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import type { Reader, Tx } from '../client'
import { recordEvent } from '../events'
import { fundSources } from '../schema'

export type FundSource = typeof fundSources.$inferSelect

/** What a library starts with; from then on the list is the bureau's. */
const firstSources = [
  ['central-budget', '中央预算内'],
  ['special-treasury', '超长期特别国债'],
  ['special-bond', '专项债'],
  ['province', '省级专项'],
  ['local', '地方财政'],
  ['bank', '银行贷款'],
  ['own', '企业自筹'],
  ['attracted', '招商引资'],
  ['other', '其他'],
] as const

/** A library made before there were sources gets them at its next start; one that has any keeps its own. */
export function loadFundSources(tx: Tx, ctx: Ctx): void {
  if (tx.select({ id: fundSources.id }).from(fundSources).limit(1).get()) return
  const rows = firstSources.map(([code, name], index) => ({ code, name, position: index + 1 }))
  tx.insert(fundSources).values(rows).run()
  recordEvent(tx, ctx, { action: 'fund-source.added', subject: 'fund-sources', body: { sources: rows } })
}

export const allFundSources = (db: Reader): FundSource[] =>
  db.select().from(fundSources).orderBy(asc(fundSources.position), asc(fundSources.id)).all()
