import { desc, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import type { Json } from '../../domain/events'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { hashJson } from '../hash'
import { meta, ruleSets } from '../schema'
import { write } from '../write'
import { holidays } from './holidays'
import { firstDutyRules, firstLightRules, firstRectificationRules } from './rules'

/** Example rules stand from the first day on; holidays get a new version when a year is added to the data. */
const shipped = [
  { kind: 'duty', body: firstDutyRules, document: null },
  { kind: 'lights', body: firstLightRules, document: null },
  { kind: 'rectification', body: firstRectificationRules, document: null },
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
  })
}

function addVersion(tx: Tx, ctx: Ctx, set: (typeof shipped)[number]): void {
  const last = tx.select().from(ruleSets).where(eq(ruleSets.kind, set.kind)).orderBy(desc(ruleSets.version)).limit(1).get()
  if (last && (set.kind !== 'holidays' || same(last.body, set.body))) return
  const version = (last?.version ?? 0) + 1
  const row = { kind: set.kind, version, effectiveFrom: '2021-01-01', body: set.body, document: set.document, approvedAt: ctx.at }
  tx.insert(ruleSets).values(row).run()
  recordEvent(tx, ctx, { action: 'rules.approved', subject: `rules:${set.kind}`, body: { version, effectiveFrom: row.effectiveFrom } })
}

const same = (a: unknown, b: unknown): boolean => hashJson(a as Json) === hashJson(JSON.parse(JSON.stringify(b)) as Json)
