import type { FieldItem } from '../../../domain/field-items'
import type { FieldPackage, FieldWork } from '../../../domain/field-package'
import { open, type Sealed, seal } from '../vault'
import { beginVisit, type PhotoDraft, type VisitDraft } from '../visit-draft'
import { finishedItems, startedItem } from '../visit-items'
import { type Database, type OutboxRecord, readOffset } from './database'
import type { Person } from './people'
import { tell } from './signals'

export type Draft = { draft: VisitDraft; rev: number; at: string }
export type Saved = { rev: number } | 'elsewhere' | 'gone' | 'full'

export const deviceNow = (): string => new Date().toISOString()

export async function readDrafts(db: Database, person: Person): Promise<Draft[]> {
  const records = await db.getAllFromIndex('drafts', 'user', person.id)
  return Promise.all(
    records.map(async ({ sealed, rev, at }) => ({
      draft: await withItsPhotos(db, person, await open<VisitDraft>(person.key, sealed)),
      rev,
      at,
    })),
  )
}

/** The browser may have ended between a photograph and its draft: what is there counts, no more and no less. */
async function withItsPhotos(db: Database, person: Person, draft: VisitDraft): Promise<VisitDraft> {
  const ids = await db.getAllKeysFromIndex('photos', 'visit', draft.id)
  const here = draft.photos.filter(({ id }) => ids.includes(id))
  const missed = ids.filter((id) => !here.some((photo) => photo.id === id))
  const found = await Promise.all(missed.map(async (id) => ({ record: await db.get('photos', id), id })))
  const notes = found.flatMap(({ record, id }) =>
    record ? [open<PhotoDraft>(person.key, record.note).then((photo) => ({ ...photo, id }))] : [],
  )
  return { ...draft, photos: [...here, ...(await Promise.all(notes))] }
}

/** The visit and its first item together, or neither. A work that is being visited already goes on with that visit. */
export async function startVisit(db: Database, person: Person, pack: FieldPackage, work: FieldWork): Promise<VisitDraft> {
  const begin = async () => {
    const going = (await readDrafts(db, person)).find(({ draft }) => draft.code === work.code && draft.round === pack.round.id)
    if (going) return going.draft
    const begun = { startedAt: deviceNow(), offsetMs: await readOffset(db), newId: () => crypto.randomUUID() }
    const draft = beginVisit(pack, work, begun)
    await putNewDraft(db, person, draft)
    return draft
  }
  const draft = await (navigator.locks ? navigator.locks.request('field-begin', begin) : begin())
  tell('things')
  tell('wake')
  return draft
}

export async function putNewDraft(db: Database, person: Person, draft: VisitDraft): Promise<void> {
  const [sealed, started] = await Promise.all([seal(person.key, draft), outboxRecord(person, startedItem(draft), deviceNow())])
  const tx = db.transaction(['drafts', 'outbox'], 'readwrite', { durability: 'strict' })
  await Promise.all([
    tx.objectStore('drafts').put({ id: draft.id, userId: person.id, rev: 1, at: draft.startedAt, sealed }),
    tx.objectStore('outbox').add(started),
    tx.done,
  ])
}

export async function outboxRecord(person: Person, item: FieldItem, at: string): Promise<OutboxRecord> {
  const sealed = await seal(person.key, item)
  return { id: item.id, userId: person.id, kind: item.kind, visit: item.visit, at, standing: { state: 'device' }, sealed, refusal: null }
}

/** Writes a draft unless another tab has written since `rev`. */
export async function saveDraft(db: Database, person: Person, draft: VisitDraft, rev: number): Promise<Saved> {
  try {
    return await putDraft(db, person.id, draft.id, rev, await seal(person.key, draft))
  } catch (error) {
    if (isFull(error)) return 'full'
    throw error
  }
}

async function putDraft(db: Database, userId: number, id: string, rev: number, sealed: Sealed): Promise<Saved> {
  const tx = db.transaction('drafts', 'readwrite')
  const kept = await tx.store.get(id)
  if (kept?.rev !== rev) {
    await tx.done
    return kept ? 'elsewhere' : 'gone'
  }
  await Promise.all([tx.store.put({ id, userId, rev: rev + 1, at: deviceNow(), sealed }), tx.done])
  return { rev: rev + 1 }
}

/** The draft becomes items, all at once; when another tab has finished it or written to it, nothing happens here. */
export async function finishVisit(db: Database, person: Person, draft: VisitDraft, rev: number): Promise<Saved> {
  const at = deviceNow()
  const records = await Promise.all(finishedItems(draft, at).map((item) => outboxRecord(person, item, at)))
  try {
    const tx = db.transaction(['drafts', 'outbox'], 'readwrite', { durability: 'strict' })
    const kept = await tx.objectStore('drafts').get(draft.id)
    if (kept?.rev !== rev) return kept ? 'elsewhere' : 'gone'
    for (const record of records) tx.objectStore('outbox').add(record)
    tx.objectStore('drafts').delete(draft.id)
    await tx.done
  } catch (error) {
    if (isFull(error)) return 'full'
    throw error
  }
  tell('things')
  tell('wake')
  return { rev }
}

/** A visit begun by mistake: what was typed goes, and its beginning too unless the server has heard of it. */
export async function discardDraft(db: Database, draft: VisitDraft): Promise<void> {
  const tx = db.transaction(['drafts', 'photos', 'outbox'], 'readwrite')
  const begun = await tx.objectStore('outbox').index('id').get(draft.id)
  if (begun?.seq !== undefined && begun.standing.state === 'device') tx.objectStore('outbox').delete(begun.seq)
  tx.objectStore('drafts').delete(draft.id)
  for (const { id } of draft.photos) tx.objectStore('photos').delete(id)
  await tx.done
  tell('things')
}

export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError'
