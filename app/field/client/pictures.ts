import { evidenceName } from '../../../domain/evidence'
import { cutTo } from '../../../domain/printable'
import { openBytes, seal, sealBytes } from '../vault'
import type { PhotoDraft, Position } from '../visit-draft'
import type { Database } from './database'
import type { Person } from './people'
import { deviceNow, isFull } from './visits'

const longestSide = 2000
const quality = 0.8

export type Kept = { is: 'kept'; photo: PhotoDraft } | { is: 'unreadable' | 'full'; name: string }

/** Drawn anew at most 2000 pixels long: smaller, and nothing of the camera's notes (place, device, time) goes along. */
export async function keepPicture(db: Database, person: Person, visit: string, file: File, position: Position | null): Promise<Kept> {
  const jpeg = await redrawn(file)
  if (!jpeg) return { is: 'unreadable', name: file.name }
  const bytes = await jpeg.arrayBuffer()
  const [id, takenAt] = [crypto.randomUUID(), deviceNow()]
  const size = { bytes: bytes.byteLength, sha256: await sha256(bytes) }
  const photo: PhotoDraft = { id, finding: null, name: jpegName(file.name), ...size, takenAt, position }
  const [sealed, note] = await Promise.all([sealBytes(person.key, bytes), seal(person.key, photo)])
  try {
    const tx = db.transaction('photos', 'readwrite', { durability: 'strict' })
    await Promise.all([tx.store.put({ id, userId: person.id, visit, at: takenAt, sealed, note }), tx.done])
  } catch (error) {
    if (isFull(error)) return { is: 'full', name: file.name }
    throw error
  }
  return { is: 'kept', photo }
}

/** Null for what this browser cannot show, such as HEIC on most. */
async function redrawn(file: File): Promise<Blob | null> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return null
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality))
}

/** Short enough for an item, and without what cannot be shown. */
const jpegName = (name: string): string => evidenceName(`${cutTo(name.replace(/\.[^.]*$/, ''), 70)}.jpg`, 'image/jpeg')

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export async function readPicture(db: Database, person: Person, id: string): Promise<Blob | null> {
  const record = await db.get('photos', id)
  return record ? new Blob([await openBytes(person.key, record.sealed)], { type: 'image/jpeg' }) : null
}
