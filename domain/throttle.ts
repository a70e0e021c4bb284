import type { Instant } from './calendar'

/** Failed sign-ins under one key, and when the latest happened. Successes are not counted. */
export type Failures = { count: number; latestAt: Instant }

type Limit = { free: number; firstSeconds: number; maxSeconds: number }

/**
 * `pair` = one sign-in name from one address; `device` = a browser that has signed in to this account before, which nobody else's
 * failures can hold up; `address` = one address whatever the name: short, because a whole office may share it.
 */
export const limits = {
  pair: { free: 5, firstSeconds: 15, maxSeconds: 900 },
  device: { free: 10, firstSeconds: 15, maxSeconds: 900 },
  address: { free: 60, firstSeconds: 10, maxSeconds: 60 },
} as const satisfies Record<string, Limit>
export type ThrottleKind = keyof typeof limits

/** An account under attack from many addresses leaves each new one fewer free tries; it is never closed altogether. */
export const attackedAfter = 50
const freeUnderAttack = 2

/** An hour without a failure is forgotten. */
const memorySeconds = 3600

const secondsBetween = (a: Instant, b: Instant): number => (Date.parse(b) - Date.parse(a)) / 1000

export function currentCount(failures: Failures | undefined, at: Instant): number {
  if (!failures || secondsBetween(failures.latestAt, at) >= memorySeconds) return 0
  return failures.count
}

export function afterFailure(failures: Failures | undefined, at: Instant): Failures {
  return { count: currentCount(failures, at) + 1, latestAt: at }
}

/** Seconds still to wait before the next try; each failure past the free ones doubles the delay, up to the limit. */
export function secondsToWait(kind: ThrottleKind, failures: Failures | undefined, at: Instant, attacked = false): number {
  const { free, firstSeconds, maxSeconds } = limits[kind]
  const over = currentCount(failures, at) - (attacked && kind === 'pair' ? freeUnderAttack : free)
  if (!failures || over < 0) return 0
  const delay = Math.min(maxSeconds, firstSeconds * 2 ** Math.min(over, 20))
  return Math.max(0, Math.ceil(delay - secondsBetween(failures.latestAt, at)))
}
