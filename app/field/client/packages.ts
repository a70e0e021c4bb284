import type { FieldPackage } from '../../../domain/field-package'
import { offsetOf } from '../device-clock'
import { open, seal } from '../vault'
import { type Database, keepOffset } from './database'
import { askSecret, type Person, welcome } from './people'
import { tell } from './signals'

const patience = 60_000

export type Taken = { is: 'taken'; person: Person } | { is: 'signed-out' | 'not-allowed' | 'not-found' | 'unreachable' }

/** Stores a round's works for the one who is signed in. The secret is asked before and after: the session may change hands in between. */
export async function takeAlong(db: Database, round: number): Promise<Taken> {
  const before = await askSecret(patience)
  if (typeof before === 'number') return { is: whyNot(before) }
  const asked = Date.now()
  const answer = await askPackage(round)
  if (typeof answer === 'number') return { is: whyNot(answer) }
  const offset = offsetOf(answer.serverTime, asked, Date.now())
  const after = await askSecret(patience)
  if (typeof after === 'number' || after.secret !== before.secret) return { is: 'unreachable' }
  const person = await welcome(db, answer, before.secret)
  await keepOffset(db, offset)
  const sealed = await seal(person.key, answer)
  await db.put('packages', { userId: person.id, round, at: answer.serverTime, sealed })
  await navigator.storage?.persist?.().catch(() => false)
  tell('taken')
  return { is: 'taken', person }
}

async function askPackage(round: number): Promise<FieldPackage | number> {
  try {
    const signal = AbortSignal.timeout(patience)
    const response = await fetch(`/api/field/package?round=${round}`, { redirect: 'error', signal })
    return response.ok ? ((await response.json()) as FieldPackage) : response.status
  } catch {
    return 0
  }
}

function whyNot(status: number): Exclude<Taken['is'], 'taken'> {
  if (status === 401) return 'signed-out'
  if (status === 403) return 'not-allowed'
  return status === 404 || status === 400 || status === 422 ? 'not-found' : 'unreachable'
}

/** Everything this person took along, the newest first. */
export async function readPackages(db: Database, person: Person): Promise<FieldPackage[]> {
  const records = await db.getAllFromIndex('packages', 'user', person.id)
  const packages = await Promise.all(records.map(({ sealed }) => open<FieldPackage>(person.key, sealed)))
  return packages.sort((a, b) => b.serverTime.localeCompare(a.serverTime))
}
