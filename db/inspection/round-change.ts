import { eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, refuse, refuseField, sameVersion } from '../../domain/errors'
import type { EventAction, Json } from '../../domain/events'
import { canKeepRounds } from '../../domain/policy'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { type RoundRow, roundById } from '../queries/round-access'
import { rounds } from '../schema'

type Ref = { id: number; version: number }
type Change = { columns?: Partial<RoundRow>; action: EventAction; body: Json }

/** A round as a supervisor was shown it, in a state that still takes the change. */
export function roundToChange(tx: Tx, ctx: Ctx, { id, version }: Ref, takes?: (round: RoundRow) => boolean): RoundRow {
  allow(canKeepRounds(ctx.actor))
  const round = roundById(tx, id)
  if (takes && !takes(round)) refuse('round-not-there', {}, { state: round.state })
  sameVersion(round, version)
  return round
}

/** Writes the change, counts the version up and says what was done. */
export function changeRound(tx: Tx, ctx: Ctx, round: RoundRow, { columns, action, body }: Change): number {
  const version = round.version + 1
  tx.update(rounds)
    .set({ ...columns, version })
    .where(eq(rounds.id, round.id))
    .run()
  recordEvent(tx, ctx, { action, subject: `round:${round.id}`, body })
  return version
}

export function daysInOrder({ fromDay, toDay }: { fromDay: string | null; toDay: string | null }, field = 'toDay'): void {
  if (fromDay !== null && toDay !== null && toDay < fromDay) refuseField(field, 'to-before-from', { day: fromDay })
}
