/**
 * What the pages need to know of the things a phone keeps for its owner (the field shell writes them): whether there are any, whose, and how to lock or
 * throw them away. Plain IndexedDB, small: it is carried by every page.
 */
export const fieldDatabase = { name: 'field', version: 1 }
/** Set by the shell: without it a page does not even open the database. */
export const fieldMark = 'field-device'

type Owned = { userId: number; standing?: { state: string } }
type Person = { id: number; key: CryptoKey | null }

const contentStores = ['packages', 'drafts', 'outbox', 'photos'] as const

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })

/** Whether this device ever took something along. */
export function keepsThings(): boolean {
  try {
    return localStorage.getItem(fieldMark) !== null
  } catch {
    return false
  }
}

/** Null where nothing was ever taken along; never creates the database. */
async function openThings(): Promise<IDBDatabase | null> {
  if (!keepsThings()) return null
  try {
    const request = indexedDB.open(fieldDatabase.name, fieldDatabase.version)
    request.onupgradeneeded = () => request.transaction?.abort()
    return await asked(request)
  } catch {
    return null
  }
}

async function withThings<T>(work: (db: IDBDatabase) => Promise<T>, otherwise: T): Promise<T> {
  const db = await openThings()
  if (!db) return otherwise
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

/** Visits being filled in and items the server does not have: nowhere else than here. */
export function unsentThings(userId: number): Promise<number> {
  return withThings(async (db) => {
    const tx = db.transaction(['drafts', 'outbox'])
    const [drafts, items] = await Promise.all(
      ['drafts', 'outbox'].map((name) => asked(tx.objectStore(name).getAll() as IDBRequest<Owned[]>)),
    )
    const own = ({ userId: owner }: Owned) => owner === userId
    const waiting = (items ?? []).filter(({ standing }) => standing?.state !== 'received' && standing?.state !== 'conflict')
    return (drafts ?? []).filter(own).length + waiting.filter(own).length
  }, 0)
}

/** Drops keys: what they opened stays, shut, until its owner has signed in again. */
export function lockThings(whose: (userId: number) => boolean): Promise<void> {
  return withThings(async (db) => {
    const tx = db.transaction('users', 'readwrite')
    const people = await asked(tx.objectStore('users').getAll() as IDBRequest<Person[]>)
    const shut = people.filter(({ id, key }) => key && whose(id))
    for (const person of shut) tx.objectStore('users').put({ ...person, key: null })
    await ended(tx)
    if (shut.length > 0) tellTabs()
  }, undefined)
}

export function discardThings(userId: number): Promise<void> {
  return withThings(async (db) => {
    const tx = db.transaction(['users', ...contentStores], 'readwrite')
    tx.objectStore('users').delete(userId)
    for (const name of contentStores) await deleteOwn(tx.objectStore(name), userId)
    await ended(tx)
    tellTabs()
  }, undefined)
}

/** Open tabs of the shell stop showing what is locked now. */
function tellTabs(): void {
  const channel = new BroadcastChannel(fieldDatabase.name)
  channel.postMessage('locked')
  channel.close()
}

function deleteOwn(store: IDBObjectStore, userId: number): Promise<void> {
  const request = store.openCursor()
  return new Promise((done, fail) => {
    request.onerror = () => fail(request.error)
    request.onsuccess = () => {
      const cursor = request.result
      if (!cursor) return done()
      if ((cursor.value as Owned).userId === userId) cursor.delete()
      cursor.continue()
    }
  })
}

const ended = (tx: IDBTransaction): Promise<void> =>
  new Promise((done, fail) => {
    tx.oncomplete = () => done()
    tx.onabort = () => fail(tx.error)
  })
