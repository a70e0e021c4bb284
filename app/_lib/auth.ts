import { cookies } from 'next/headers'
import type { NextAuthOptions } from 'next-auth'
import { signIn } from '../../db/commands/sign-in'
import { identityById } from '../../db/queries/identity'
import { system } from '../../domain/actor'
import { safeNext, sessionHolds, sessionSeconds } from '../../domain/session'
import { foldUsername } from '../../domain/username'
import { now, today } from './clock'
import { claimsOf, cookieSeconds, houseSecret, knownDevice, markedDevice, ownerSessionDays } from './sealed'

/** next-auth keeps the cookie; who may come in, for how long and what is said otherwise is ours. */
export function authOptions(secure: boolean): NextAuthOptions {
  return {
    secret: houseSecret(),
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: cookieSeconds() },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [
      {
        ...{ id: 'credentials', name: 'credentials', type: 'credentials' },
        credentials: { username: {}, password: {} },
        authorize: (typed, request) => comeIn(typed, request.headers ?? {}, secure),
      },
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? begin(user) : requireHolding(token)),
      session: ({ token }) => ({ user: { name: String(token.name) }, expires: String(token.ends) }),
      redirect: ({ url, baseUrl }) => safeNext(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
    },
    // next-auth's own messages would put what was typed into the log.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  }
}

type Typed = Record<string, unknown> | undefined
const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 1000) : '')

/** The account, or an error whose message the sign-in page knows. */
async function comeIn(typed: Typed, headers: Record<string, string | undefined>, secure: boolean) {
  const username = text(typed?.username)
  const jar = await cookies()
  const device = knownDevice(jar.get('device')?.value, foldUsername(username))
  const attempt = { username, password: text(typed?.password), address: addressOf(headers), device }
  const ctx = { actor: system, at: now(), today: today(), requestId: headers['x-request-id'] ?? 'sign-in' }
  const outcome = await signIn(ctx, attempt)
  if (outcome.kind === 'wrong') return null
  if (outcome.kind !== 'in') throw new Error(outcome.kind === 'wait' ? `wait-${outcome.seconds}` : outcome.kind)
  const marked = markedDevice(jar.get('device')?.value, outcome.user.username)
  jar.set('device', marked, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: 365 * 86_400 })
  return { id: String(outcome.user.id), tokenVersion: outcome.user.tokenVersion }
}

/** The nearest proxy's word, which the server itself writes when no proxy is trusted (instrumentation.ts). */
function addressOf(headers: Record<string, string | undefined>): string {
  return headers['x-forwarded-for']?.split(',').at(-1)?.trim() || 'unknown'
}

function begin(user: object) {
  const { id, tokenVersion } = user as { id: string; tokenVersion: number }
  return { userId: Number(id), tokenVersion, since: now() }
}

/** For next-auth's own session address: an ended session throws, and the cookie is cleared. */
function requireHolding(token: Record<string, unknown>) {
  const claims = claimsOf(token)
  const account = claims ? identityById(claims.userId) : undefined
  if (!claims || !account || !sessionHolds(claims, account, now(), ownerSessionDays())) throw new Error('ended')
  const ends = Date.parse(claims.since) + sessionSeconds(account.role, ownerSessionDays()) * 1000
  return { ...claims, name: account.name, ends: new Date(ends).toISOString() }
}
