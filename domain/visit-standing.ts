import type { Instant } from './calendar'
import type { VisitConflict } from './visit'

export const visitSettlements = ['counts', 'set-aside'] as const
export type VisitSettlement = (typeof visitSettlements)[number]

export type VisitStanding = { finishedAt: Instant | null; conflict: VisitConflict | null; settled: VisitSettlement | null }

/** `changed` is only pointed at; every other conflict keeps a visit from counting until a person has decided. */
const holdsUp = (conflict: VisitConflict | null): boolean => conflict !== null && conflict !== 'changed'

export const isCounting = ({ finishedAt, conflict, settled }: VisitStanding): boolean =>
  finishedAt !== null && (settled === null ? !holdsUp(conflict) : settled === 'counts')

/** Handed in, in conflict, and nobody has decided yet whether it counts. */
export const waitsForSettling = ({ finishedAt, conflict, settled }: VisitStanding): boolean =>
  finishedAt !== null && holdsUp(conflict) && settled === null
