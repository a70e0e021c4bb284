import { eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import type { BulletinFacts } from '../../domain/bulletin'
import type { BulletinStepInput } from '../../domain/bulletin-input'
import { canDraftBulletin } from '../../domain/policy'
import { orm, type Tx } from '../client'
import { chainHead } from '../events'
import { bulletins, rounds } from '../schema'
import { factsNow } from './bulletin-facts'
import { hasBulletin, type RoundRow } from './bulletin-row'

/**
 * The figures reckoned before the transaction, from one view of the library, so that nobody waits for its lock meanwhile. null = the command
 * will refuse, or has answered already; it says so itself.
 */
export function factsAhead(ctx: Ctx, roundId: number): BulletinFacts | null {
  if (!canDraftBulletin(ctx.actor) || hasBulletin(orm(), roundId)) return null
  return factsOf(ctx, roundId)
}

/** The same for the next step of a draft. */
export function factsAheadOf(ctx: Ctx, { id, version }: BulletinStepInput): BulletinFacts | null {
  if (!canDraftBulletin(ctx.actor)) return null
  const { kind, roundId, state, version: now } = bulletins
  const row = orm().select({ kind, roundId, state, version: now }).from(bulletins).where(eq(bulletins.id, id)).get()
  const isNext = row?.kind === 'bulletin' && row.state === 'drafted' && row.version === version
  return row && isNext ? factsOf(ctx, row.roundId) : null
}

function factsOf(ctx: Ctx, roundId: number): BulletinFacts | null {
  return orm().transaction((tx) => {
    const round = tx.select().from(rounds).where(eq(rounds.id, roundId)).get()
    return round ? factsNow(tx, round, ctx.today) : null
  })
}

/** Inside the transaction: what was reckoned ahead, unless something was recorded since. */
export function factsIn(tx: Tx, ctx: Ctx, round: RoundRow, ahead: BulletinFacts | null): BulletinFacts {
  const isCurrent = ahead?.asOf.headHash === chainHead(tx).hash && ahead.round.id === round.id
  return ahead && isCurrent ? ahead : factsNow(tx, round, ctx.today)
}
