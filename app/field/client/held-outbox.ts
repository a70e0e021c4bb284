import type { FieldItem } from '../../../domain/field-items'
import type { OutboxStore, Standing } from '../outbox'
import { open, openBytes, seal } from '../vault'
import { type Database, keepOffset, type OutboxRecord } from './database'
import { opensThings, type Person } from './people'
import { tell } from './signals'

/** One person's outbox on this device, as app/field/outbox.ts wants it. */
export function heldOutbox(db: Database, person: Person): OutboxStore {
  const record = async (id: string): Promise<OutboxRecord> => {
    const found = await db.getFromIndex('outbox', 'id', id)
    if (!found) throw new Error(`no item ${id}`)
    return found
  }
  return {
    userId: person.id,
    waiting: async () =>
      (await db.getAllFromIndex('outbox', 'user', person.id)).flatMap(({ id, kind, standing: { state } }) =>
        state === 'device' || state === 'announced' ? [{ id, kind, state }] : [],
      ),
    item: async (id) => open<FieldItem>(person.key, (await record(id)).sealed),
    bytes: async (id) => {
      const photo = await db.get('photos', id)
      return photo ? openBytes(person.key, photo.sealed) : null
    },
    settle: (id, standing) => settle(db, person, id, standing),
    learnOffset: (ms) => keepOffset(db, ms),
    opens: (secret) => opensThings(db, person, secret),
  }
}

/** What the server has once stays so, whatever a slower tab says later. */
async function settle(db: Database, person: Person, id: string, said: Standing): Promise<void> {
  const { state, ...rest } = said
  const refusal = state === 'refused' ? await seal(person.key, rest) : null
  const standing: OutboxRecord['standing'] = 'at' in said ? { state: said.state, at: said.at } : { state: said.state }
  const tx = db.transaction('outbox', 'readwrite', { durability: 'strict' })
  const kept = await tx.store.index('id').get(id)
  if (kept && !('at' in kept.standing)) await tx.store.put({ ...kept, standing, refusal })
  await tx.done
  tell('things')
}

export type Refusal = { code: string; field: string | null; message: string }
/** An item as its owner sees it. */
export type Held = { id: string; visit: string; at: string; item: FieldItem; standing: OutboxRecord['standing']; refusal: Refusal | null }

export async function readOutbox(db: Database, person: Person): Promise<Held[]> {
  const records = await db.getAllFromIndex('outbox', 'user', person.id)
  return Promise.all(
    records.map(async ({ id, visit, at, standing, sealed, refusal }) => ({
      id,
      visit,
      at,
      standing,
      item: await open<FieldItem>(person.key, sealed),
      refusal: refusal ? await open<Refusal>(person.key, refusal) : null,
    })),
  )
}
