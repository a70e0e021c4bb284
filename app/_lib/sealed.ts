import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { decode, encode } from 'next-auth/jwt'
import type { SessionClaims } from '../../domain/session'

/** What the house seals with its own secret: the session's cookie and the mark of a known device. */
export function houseSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set; npm start makes and keeps one.')
  return secret
}

export const ownerSessionDays = (): number => Number(process.env.OWNER_SESSION_DAYS) || 0
/** The cookie lives as long as the longest session; the claims inside end it earlier. */
export const cookieSeconds = (): number => Math.max(8 * 3600, Math.min(ownerSessionDays(), 30) * 86_400)

/** Behind https the cookies are `Secure` and have other names, so that a plain-text page cannot plant one. */
export function isSecure(headers: { get(name: string): string | null }): boolean {
  if (process.env.NEXTAUTH_URL) return process.env.NEXTAUTH_URL.startsWith('https://')
  return headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https'
}

export const sessionCookie = (secure: boolean): string => `${secure ? '__Secure-' : ''}next-auth.session-token`

export function sealSession(claims: SessionClaims): Promise<string> {
  return encode({ token: { ...claims }, secret: houseSecret(), maxAge: cookieSeconds() })
}

export function claimsOf(token: Record<string, unknown> | null | undefined): SessionClaims | null {
  const { userId, tokenVersion, since } = token ?? {}
  if (typeof userId !== 'number' || typeof tokenVersion !== 'number' || typeof since !== 'string') return null
  return { userId, tokenVersion, since }
}

/** Forged, altered, expired and unsigned ones are simply no session. */
export async function openSession(sealed: string | undefined): Promise<SessionClaims | null> {
  if (!sealed) return null
  const token = await decode({ token: sealed, secret: houseSecret() }).catch(() => null)
  return claimsOf(token)
}

const mark = (device: string, username: string): string =>
  createHmac('sha256', houseSecret()).update(`device\n${device}\n${username}`).digest('base64url').slice(0, 24)

const sameText = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** The device's own number, if this browser has signed in to that account before. */
export function knownDevice(cookie: string | undefined, username: string): string | null {
  const [device = '', ...marks] = (cookie ?? '').split('.')
  if (!/^[\w-]{22}$/.test(device)) return null
  const wanted = mark(device, username)
  return marks.some((kept) => sameText(kept, wanted)) ? device : null
}

/** Remembers that this browser signed in to the account; the last eight of a shared computer. */
export function markedDevice(cookie: string | undefined, username: string): string {
  const [kept = '', ...marks] = (cookie ?? '').split('.')
  const device = /^[\w-]{22}$/.test(kept) ? kept : randomBytes(16).toString('base64url')
  const own = mark(device, username)
  return [device, ...[own, ...marks.filter((other) => other !== own)].slice(0, 8)].join('.')
}
