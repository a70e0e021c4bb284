import { eq, inArray, lt } from 'drizzle-orm'
import type { Ctx } from '../domain/actor'
import type { Instant } from '../domain/calendar'
import { afterFailure, attackedAfter, currentCount, type Failures, secondsToWait, type ThrottleKind } from '../domain/throttle'
import { orm, type Reader, type Tx } from './client'
import { sha256 } from './hash'
import { throttles } from './schema'
import { write } from './write'

/** The keys one try is counted under, and the kind of limit each has. `account` only makes the others stricter. */
export type Tries = { own: { kind: ThrottleKind; key: string }; address: string | null; account: string }

/** Names are hashed: people type a password where a name belongs. */
export const throttleKey = (kind: string, words: string): string => `${kind}:${sha256(words).slice(0, 32)}`

const keysOf = ({ own, address, account }: Tries): string[] => [own.key, account, ...(address === null ? [] : [address])]

function failuresOf(db: Reader, tries: Tries): Map<string, Failures> {
  const rows = db
    .select()
    .from(throttles)
    .where(inArray(throttles.key, keysOf(tries)))
    .all()
  return new Map(rows.map((row) => [row.key, { count: row.failures, latestAt: row.lastFailureAt }]))
}

export function secondsLeft(tries: Tries, at: Instant): number {
  const known = failuresOf(orm(), tries)
  const attacked = currentCount(known.get(tries.account), at) >= attackedAfter
  const own = secondsToWait(tries.own.kind, known.get(tries.own.key), at, attacked)
  return tries.address === null ? own : Math.max(own, secondsToWait('address', known.get(tries.address), at))
}

/** Counters are no events; they are forgotten after a day. */
export function countFailure(ctx: Ctx, tries: Tries): void {
  write(ctx, 'countFailure', null, (tx) => {
    tx.delete(throttles)
      .where(lt(throttles.lastFailureAt, dayBefore(ctx.at)))
      .run()
    const known = failuresOf(tx, tries)
    for (const key of keysOf(tries)) {
      const { count, latestAt } = afterFailure(known.get(key), ctx.at)
      const row = { failures: count, lastFailureAt: latestAt }
      tx.insert(throttles)
        .values({ key, ...row })
        .onConflictDoUpdate({ target: throttles.key, set: row })
        .run()
    }
  })
}

const dayBefore = (at: Instant): Instant => new Date(Date.parse(at) - 86_400_000).toISOString()

/** After success. The address keeps its failures: an account of one's own must not be a way to start afresh on others. */
export function forgetFailures(tx: Tx, tries: Tries): void {
  tx.delete(throttles).where(eq(throttles.key, tries.own.key)).run()
}
