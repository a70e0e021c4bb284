/** Where an item stands, in the clear: why it was refused is its owner's alone. */
export type Stand = { state: 'device' | 'announced' | 'refused' } | { state: 'received' | 'conflict'; at: string }
/** What may be seen of an item without its owner's key: whose it is and where it stands. */
export type Kept = { id: string; userId: number; visit: string; standing: Stand }

const keptDays = 7

export const isWith = ({ state }: Stand): boolean => state === 'received' || state === 'conflict'

/** Refused ones count as unsent: they are nowhere else. */
export const unsent = <T extends { standing: Stand }>(kept: readonly T[]): T[] => kept.filter(({ standing }) => !isWith(standing))

/**
 * What goes: seven days after receipt, by the server's time. Nothing that the server does not have goes, and a received photograph stays while its own visit
 * still waits, so that nobody has to ask where half of a visit went.
 */
export function wipeable<T extends Kept>(kept: readonly T[], correctedNow: number): T[] {
  const open = new Set(unsent(kept).map(({ visit }) => visit))
  const old = (at: string) => correctedNow - Date.parse(at) >= keptDays * 86_400_000
  return kept.filter(({ visit, standing }) => 'at' in standing && isWith(standing) && old(standing.at) && !open.has(visit))
}

/** The last moment at which something was received; null before the first. */
export function lastReceived(kept: readonly { standing: Stand }[]): string | null {
  return kept.reduce<string | null>(
    (last, { standing }) => ('at' in standing && (last === null || standing.at > last) ? standing.at : last),
    null,
  )
}
