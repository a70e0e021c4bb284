import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { FieldItemKind } from '../../../domain/field-items'
import { fieldDatabase, fieldMark } from '../../_components/field-things'
import type { Stand } from '../keeping'
import { makeDeviceKey, type Sealed } from '../vault'

/** In the clear stand ids, whose it is, states and times; what was typed, seen and photographed is sealed for its owner. */
export type PersonRecord = { id: number; key: CryptoKey | null; check: Sealed; profile: Sealed }
export type PackageRecord = { userId: number; round: number; at: string; sealed: Sealed }
/** `rev` counts the writes: a tab that has not seen the last one does not overwrite it. */
export type DraftRecord = { id: string; userId: number; rev: number; at: string; sealed: Sealed }
/** `note` = what its draft says of it: a photograph is not lost when the browser ends before the draft is written. */
export type PhotoRecord = { id: string; userId: number; visit: string; at: string; sealed: Sealed; note: Sealed }
export type OutboxRecord = {
  seq?: number
  id: string
  userId: number
  kind: FieldItemKind
  visit: string
  at: string
  standing: Stand
  sealed: Sealed
  refusal: Sealed | null
}

interface FieldSchema extends DBSchema {
  device: { key: string; value: unknown }
  users: { key: number; value: PersonRecord }
  packages: { key: [number, number]; value: PackageRecord; indexes: { user: number } }
  drafts: { key: string; value: DraftRecord; indexes: { user: number } }
  outbox: { key: number; value: OutboxRecord; indexes: { user: number; id: string } }
  photos: { key: string; value: PhotoRecord; indexes: { user: number; visit: string } }
}
export type Database = IDBPDatabase<FieldSchema>

export async function openDatabase(): Promise<Database> {
  const db = await openDB<FieldSchema>(fieldDatabase.name, fieldDatabase.version, {
    upgrade: createStores,
    // A newer version of this page, in another tab, needs the database to itself: what was typed is written already.
    blocking: () => location.reload(),
  })
  localStorage.setItem(fieldMark, '1')
  return db
}

function createStores(db: Database): void {
  db.createObjectStore('device')
  db.createObjectStore('users', { keyPath: 'id' })
  db.createObjectStore('packages', { keyPath: ['userId', 'round'] }).createIndex('user', 'userId')
  db.createObjectStore('drafts', { keyPath: 'id' }).createIndex('user', 'userId')
  const outbox = db.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true })
  outbox.createIndex('user', 'userId')
  outbox.createIndex('id', 'id', { unique: true })
  const photos = db.createObjectStore('photos', { keyPath: 'id' })
  photos.createIndex('user', 'userId')
  photos.createIndex('visit', 'visit')
}

/** Two tabs that open for the first time agree on the first key. */
export async function deviceKey(db: Database): Promise<CryptoKey> {
  const kept = await db.get('device', 'base')
  if (kept) return kept as CryptoKey
  const made = await makeDeviceKey()
  const tx = db.transaction('device', 'readwrite')
  const first = (await tx.store.get('base')) as CryptoKey | undefined
  if (!first) await tx.store.put(made, 'base')
  await tx.done
  return first ?? made
}

export const readOffset = async (db: Database): Promise<number | null> => ((await db.get('device', 'offset')) as number | undefined) ?? null
export const keepOffset = async (db: Database, ms: number): Promise<void> => {
  await db.put('device', Math.max(-4e11, Math.min(4e11, ms)), 'offset')
}
