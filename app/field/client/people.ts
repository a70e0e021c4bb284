import type { FieldPackage } from '../../../domain/field-package'
import type { Locale } from '../../../domain/locale'
import { lockThings } from '../../_components/field-things'
import { keyOf, open, opensCheck, seal, sealCheck } from '../vault'
import { type Database, deviceKey, type PersonRecord } from './database'

export type Profile = { name: string; organisation: string; mayRate: boolean; locale: Locale }
/** Somebody whose things are open on this device. */
export type Person = { id: number; key: CryptoKey; profile: Profile }

/** Whoever is open here; without a network nobody else can be asked. */
export async function openPerson(db: Database): Promise<Person | null> {
  const record = (await db.getAll('users')).find(({ key }) => key !== null)
  if (!record?.key) return null
  return { id: record.id, key: record.key, profile: await open<Profile>(record.key, record.profile) }
}

export type Session =
  | { is: 'person'; secret: string; person: PersonRecord; key: CryptoKey }
  | { is: 'new'; secret: string }
  | { is: 'signed-out' | 'not-allowed' | 'unreachable' }

/** Who is signed in, told by whose things the secret opens. */
export async function askSession(db: Database, patience: number): Promise<Session> {
  const answer = await askSecret(patience)
  if (typeof answer === 'number') return { is: answer === 401 ? 'signed-out' : answer === 403 ? 'not-allowed' : 'unreachable' }
  const { secret } = answer
  const device = await deviceKey(db)
  for (const person of await db.getAll('users')) {
    const key = await keyOf(device, secret, person.id)
    if (await opensCheck(key, person.check, person.id)) return { is: 'person', secret, person, key }
  }
  return { is: 'new', secret }
}

/** The secret of whoever is signed in, or the status that stands in its way (0 = no line). */
export async function askSecret(patience: number): Promise<{ secret: string } | number> {
  try {
    const signal = AbortSignal.timeout(patience)
    const response = await fetch('/api/field/key', { method: 'POST', redirect: 'error', signal })
    return response.ok ? ((await response.json()) as { secret: string }) : response.status
  } catch {
    return 0
  }
}

/** Opens one person's things and shuts everybody else's. */
export async function unlock(db: Database, record: PersonRecord, key: CryptoKey): Promise<void> {
  await lockThings((id) => id !== record.id)
  await db.put('users', { ...record, key })
}

/** A person who takes something along on this device; their profile is as the package says now. */
export async function welcome(db: Database, { user, locale }: FieldPackage, secret: string): Promise<Person> {
  const key = await keyOf(await deviceKey(db), secret, user.id)
  const profile: Profile = { name: user.name, organisation: user.organisation, mayRate: user.mayRate, locale }
  const check = await sealCheck(key, user.id)
  await unlock(db, { id: user.id, key, check, profile: await seal(key, profile) }, key)
  return { id: user.id, key, profile }
}

/** How much lies here, shut, of people other than the one who is at it. */
export async function lockedCount(db: Database, openId: number | null): Promise<number> {
  const [drafts, items] = await Promise.all([db.getAll('drafts'), db.getAll('outbox')])
  const waiting = items.filter(({ standing: { state } }) => state !== 'received' && state !== 'conflict')
  return [...drafts, ...waiting].filter(({ userId }) => userId !== openId).length
}

/** Whether the secret opens this person's things: what the outbox asks before it sends. */
export async function opensThings(db: Database, person: Person, secret: string): Promise<boolean> {
  const record = await db.get('users', person.id)
  if (!record) return false
  return opensCheck(await keyOf(await deviceKey(db), secret, person.id), record.check, person.id)
}
