import { and, asc, eq } from 'drizzle-orm'
import { yearOf } from '../../domain/calendar'
import { type ChainId, chainIds } from '../../domain/plan'
import { candidateOf, newestTold, type PublishedOutput } from '../../domain/published-output'
import { type House, house } from '../client'
import { locks, lockTotals } from '../schema'
import { chainFactsThen } from './chains-then'
import { type LockRow, momentOf, spanOf } from './row'

type OfLock = ReadonlyMap<ChainId, PublishedOutput>
/** A confirmed lock never changes: what its chains are made of is put together once. */
const kept = new WeakMap<House, Map<number, OfLock>>()

/**
 * What of a chain's output of a year is told beyond those who read everything: the newest published total that gives no enterprise away. Longer
 * periods take theirs from the last of their months, so the months are all there is.
 */
export function publishedOutput(chainId: ChainId, year: number): PublishedOutput | null {
  return newestTold(months().flatMap((lock) => (yearOf(lock.period) === year ? (outputsOfLock(lock).get(chainId) ?? []) : [])))
}

/** Years of which something may have been published. */
export const publishedYears = (): number[] => [...new Set(months().map(({ period }) => yearOf(period)))]

const months = (): LockRow[] =>
  house()
    .orm.select()
    .from(locks)
    .where(and(eq(locks.kind, 'month'), eq(locks.state, 'confirmed')))
    .orderBy(asc(locks.decidedAt), asc(locks.id))
    .all()

function outputsOfLock(lock: LockRow): OfLock {
  const known = kept.get(house()) ?? new Map<number, OfLock>()
  kept.set(house(), known)
  const outputs = known.get(lock.id) ?? readOutputs(lock)
  known.set(lock.id, outputs)
  return outputs
}

/** Put together from the facts of the lock's moment; one that is not what the lock says is never told. */
function readOutputs(lock: LockRow): OfLock {
  const { orm: db } = house()
  const { period, revision, decidedAt } = lock
  const facts = chainFactsThen(db, momentOf(lock), spanOf(lock))
  const totals = db
    .select()
    .from(lockTotals)
    .where(and(eq(lockTotals.lockId, lock.id), eq(lockTotals.dimension, 'chain')))
    .all()
  const published = chainIds.flatMap((chainId): [ChainId, PublishedOutput][] => {
    const [fact, total] = [facts.get(chainId), totals.find(({ key }) => key === chainId)]
    if (!fact || !total) return []
    const one = candidateOf({ period, revision, publishedAt: decidedAt ?? lock.at }, yearOf(period), fact)
    const same = total.outputYuan === one.output.yuan && total.outputKnown === one.output.known && total.outputSource === one.source
    return same && one.output.yuan !== null ? [[chainId, one]] : []
  })
  return new Map(published)
}
