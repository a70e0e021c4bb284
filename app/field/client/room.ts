import { correctedNow } from '../device-clock'
import { wipeable } from '../keeping'
import { type Database, readOffset } from './database'

/** Below this a photograph or two may no longer find room. */
const littleBytes = 20_000_000

/** Megabytes left when they are few; null when there is room, or nobody knows. */
export async function littleRoom(): Promise<number | null> {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {}
  if (quota === undefined || usage === undefined) return null
  const left = quota - usage
  return left < littleBytes ? Math.max(0, Math.round(left / 1_000_000)) : null
}

/** Works taken along longer ago are of a round that is over; they can be taken along again. */
const takenDays = 90

/** What the server has had for seven days goes, whoever it was of; a received photograph's bytes go with it, and works of long ago. */
export async function tidy(db: Database): Promise<void> {
  const [records, offset, drafts, packages] = await Promise.all([
    db.getAll('outbox'),
    readOffset(db),
    db.getAll('drafts'),
    db.getAll('packages'),
  ])
  const now = correctedNow(Date.now(), offset)
  const going = new Set(drafts.map(({ id }) => id))
  const gone = wipeable(
    records.filter(({ visit }) => !going.has(visit)),
    now,
  )
  const tx = db.transaction(['outbox', 'photos', 'packages'], 'readwrite')
  for (const { seq, id } of gone) {
    if (seq !== undefined) tx.objectStore('outbox').delete(seq)
    tx.objectStore('photos').delete(id)
  }
  for (const { userId, round, at } of packages)
    if (now - Date.parse(at) > takenDays * 86_400_000) tx.objectStore('packages').delete([userId, round])
  await tx.done
}
