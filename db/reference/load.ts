import { desc, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import type { Json } from '../../domain/events'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { loadFundSources } from '../funds/sources'
import { hashJson } from '../hash'
import { meta, ruleSets } from '../schema'
import { write } from '../write'
import { holidays } from './holidays'
import { firstDutyRules, firstEscalationRules, firstLightRules, firstRectificationRules } from './rules'

/** Example rules stand from the first day on; holidays get a new version when a year is added to the data. */
const shipped = [
  { kind: 'duty', body: firstDutyRules, document: null },
  { kind: 'lights', body: firstLightRules, document: null },
  { kind: 'rectification', body: firstRectificationRules, document: null },
  { kind: 'escalation', body: firstEscalationRules, document: null },
  { kind: 'holidays', body: holidays, document: '国务院办公厅关于部分节假日安排的通知（历年）' },
] as const

/** A new library is founded once: its kind never changes, and its first event says when. */
export function foundLibrary(ctx: Ctx, kind: 'real' | 'demo'): void {
  write(ctx, 'foundLibrary', { kind }, (tx) => {
    if (tx.select().from(meta).where(eq(meta.key, 'kind')).get()) return
    tx.insert(meta)
      .values([
        { key: 'kind', value: kind },
        { key: 'epoch', value: '1' },
        { key: 'founded', value: ctx.at },
      ])
      .run()
    recordEvent(tx, ctx, { action: 'house.founded', subject: 'house', body: { kind } })
  })
}

export function loadReference(ctx: Ctx): void {
  write(ctx, 'loadReference', null, (tx) => {
    for (const set of shipped) addVersion(tx, ctx, set)
    loadFundSources(tx, ctx)
  })
}

function addVersion(tx: Tx, ctx: Ctx, set: (typeof shipped)[number]): void {
  const rows = tx.select().from(ruleSets).where(eq(ruleSets.kind, set.kind)).orderBy(desc(ruleSets.version)).all()
  const body = rows.length === 0 ? set.body : set.kind === 'holidays' ? moreHolidays(rows, set.body) : null
  if (body === null) return
  const version = (rows[0]?.version ?? 0) + 1
  const row = { kind: set.kind, version, effectiveFrom: '2021-01-01', body, document: set.document, approvedAt: ctx.at }
  tx.insert(ruleSets).values(row).run()
  recordEvent(tx, ctx, { action: 'rules.approved', subject: `rules:${set.kind}`, body: { version, effectiveFrom: row.effectiveFrom } })
}

type Holidays = Readonly<Record<string, unknown>>

/**
 * Years that came with the house, beside those the bureau entered: what two people decided stands. Null when there is nothing new, or while a
 * draft waits, which a newer version would take the effect from; then the next start adds them.
 */
function moreHolidays(rows: readonly (typeof ruleSets.$inferSelect)[], shippedYears: Holidays): Holidays | null {
  if (rows.some(({ status }) => status === 'submitted')) return null
  const last = rows.find(({ approvedAt }) => approvedAt !== null)
  const own = last && last.draftedBy !== null ? (last.body as Holidays) : {}
  const years = { ...shippedYears, ...own }
  return last && same(last.body, years) ? null : years
}

const same = (a: unknown, b: unknown): boolean => hashJson(a as Json) === hashJson(JSON.parse(JSON.stringify(b)) as Json)
