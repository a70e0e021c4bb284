import type { Role } from './actor'
import type { Instant } from './calendar'

/** What a session's sealed cookie says; everything else is read from the user row on each request. */
export type SessionClaims = { userId: number; tokenVersion: number; since: Instant }

const workingDay = 8 * 3600

/** Seconds a sign-in lasts: a working day; an owner's phone may be given more days, 30 at most. */
export function sessionSeconds(role: Role, ownerDays: number): number {
  return role === 'owner' && ownerDays > 0 ? Math.min(ownerDays, 30) * 86_400 : workingDay
}

type Account = { role: Role; active: boolean; tokenVersion: number }

/** Closed accounts, a raised version (sign-out everywhere, reset) and old sessions end at once. */
export function sessionHolds(claims: SessionClaims, account: Account, at: Instant, ownerDays: number): boolean {
  const age = (Date.parse(at) - Date.parse(claims.since)) / 1000
  const fresh = age >= -60 && age < sessionSeconds(account.role, ownerDays)
  return account.active && account.tokenVersion === claims.tokenVersion && fresh
}

/** Only a path of this house, and not the sign-in page itself: never another site, whatever the address says. */
export function safeNext(wanted: string | null | undefined, fallback = '/'): string {
  if (!wanted || wanted.length > 1000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return fallback
  const { origin, pathname, search } = new URL(wanted, 'http://house.invalid')
  if (origin !== 'http://house.invalid' || pathname.startsWith('//')) return fallback
  return /^\/(sign-in|sign-out|api|lang)(\/|$)/.test(pathname) ? fallback : pathname + search
}
