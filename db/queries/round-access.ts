import { eq, isNotNull, type SQL } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { allow, found, refuse } from '../../domain/errors'
import { canKeepRounds, canListRounds, canReadRound } from '../../domain/policy'
import type { Reader } from '../client'
import { rounds, roundWorks } from '../schema'

export type RoundRow = typeof rounds.$inferSelect
/** `whole` = the reader may know the whole list; otherwise only the works whose visit has begun, and none of what the list was made from. */
export type ReadRound = { round: RoundRow; whole: boolean }

export function roundById(db: Reader, id: number): RoundRow {
  return found(db.select().from(rounds).where(eq(rounds.id, id)).get())
}

/** A sealed round is nobody's but the supervisors'; to everybody else it is not there. */
export function readableRound(db: Reader, actor: Actor, id: number): ReadRound {
  allow(canListRounds(actor))
  const round = roundById(db, id)
  if (!canReadRound(actor, { open: round.openedAt !== null })) refuse('not-found')
  return { round, whole: canKeepRounds(actor) || round.listOpenedAt !== null }
}

/** What is shown of the list only when it is open. */
export function wholeRound(db: Reader, actor: Actor, id: number): RoundRow {
  const { round, whole } = readableRound(db, actor, id)
  if (!whole) refuse('not-found')
  return round
}

/** The works of a list that a reader may know of. */
export const knownWorks = (whole: boolean): SQL | undefined => (whole ? undefined : isNotNull(roundWorks.openedAt))
