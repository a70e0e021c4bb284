import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { noteTokenUse } from '../../db/commands/tokens'
import { type Identity, identityById, identityByToken } from '../../db/queries/identity'
import type { Ctx, UserActor } from '../../domain/actor'
import { Refusal } from '../../domain/errors'
import { type Locale, toLocale } from '../../domain/messages'
import { sessionHolds } from '../../domain/session'
import { now, today } from './clock'
import { cookieSeconds, isSecure, openSession, ownerSessionDays, sealSession, sessionCookie } from './sealed'

/** The signed-in person, as their row says at this request. */
export type Viewer = {
  actor: UserActor
  name: string
  username: string
  organisation: string
  locale: Locale
  mustChangePassword: boolean
  requestId: string
}

const cookieLocale = cache(async (): Promise<Locale | null> => toLocale((await cookies()).get('lang')?.value))

/** The row is read on every request: a closed account, a reset or a new role act at once. */
export const viewer = cache(async (): Promise<Viewer | null> => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const claims = await openSession(jar.get(sessionCookie(isSecure(head)))?.value)
  const account = claims ? identityById(claims.userId) : undefined
  if (!claims || !account || !sessionHolds(claims, account, now(), ownerSessionDays())) return null
  return viewerOf(account, await cookieLocale(), head.get('x-request-id'))
})

function viewerOf(account: Identity, chosen: Locale | null, requestId: string | null): Viewer {
  return {
    actor: { kind: 'user', id: account.id, role: account.role, organisationId: account.organisationId },
    name: account.name,
    username: account.username,
    organisation: account.organisation,
    locale: toLocale(account.locale) ?? chosen ?? 'zh-CN',
    mustChangePassword: account.mustChangePassword,
    requestId: requestId ?? 'none',
  }
}

/** Signed in, perhaps with the first password still: only the page that changes it asks this. */
export async function requireSignedIn(): Promise<Viewer> {
  const person = await viewer()
  if (person) return person
  const here = (await headers()).get('x-path') ?? '/'
  redirect(here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`)
}

export async function requireViewer(): Promise<Viewer> {
  const person = await requireSignedIn()
  if (person.mustChangePassword) redirect('/account/password')
  return person
}

/** Profile, else the `lang` cookie, else Chinese; the browser's own wish is not asked. */
export async function readerLocale(): Promise<Locale> {
  return (await viewer())?.locale ?? (await cookieLocale()) ?? 'zh-CN'
}

export function ctxFor(person: Viewer, key?: string): Ctx {
  return { actor: person.actor, at: now(), today: today(), requestId: person.requestId, key }
}

/** The reader of an API: a personal token (read only) or the session. Throws the refusal that becomes 401 or 403. */
export async function apiViewer(request: Request): Promise<Viewer> {
  const given = request.headers.get('authorization')
  const person = given === null ? await viewer() : await tokenViewer(given)
  if (!person) throw new Refusal('sign-in-required')
  if (person.mustChangePassword) throw new Refusal('password-change-required')
  return person
}

async function tokenViewer(given: string): Promise<Viewer | null> {
  const token = /^Bearer (hd_[\w-]{43})$/i.exec(given.trim())?.[1]
  const account = token ? identityByToken(token) : undefined
  if (!account?.active) return null
  const person = viewerOf(account, await cookieLocale(), (await headers()).get('x-request-id'))
  const at = now()
  if (account.lastUsedAt === null || Date.parse(at) - Date.parse(account.lastUsedAt) > 60_000) noteTokenUse(ctxFor(person), account.tokenId)
  return person
}

/** After a change that ends every session of the account, the one that made it goes on. */
export async function renewSession({ actor }: Ctx, tokenVersion: number): Promise<void> {
  if (actor.kind !== 'user') return
  const [jar, head] = await Promise.all([cookies(), headers()])
  const secure = isSecure(head)
  const sealed = await sealSession({ userId: actor.id, tokenVersion, since: now() })
  jar.set(sessionCookie(secure), sealed, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: cookieSeconds() })
}

/** On this device: the cookie goes. */
export async function endSession(): Promise<void> {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const secure = isSecure(head)
  jar.set(sessionCookie(secure), '', { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: 0 })
}
