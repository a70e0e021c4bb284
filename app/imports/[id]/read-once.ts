import { refuse } from '../../../domain/errors'
import type { ImportState } from '../../../domain/import'

type Ref = { id: number; version: number }
/** How the import stands just after it was mapped, or after the same form came a second time. */
export type Standing = { state: ImportState; version: number; rows: number }

const underWay = new Map<string, Promise<number>>()

/**
 * Reads the mapped sheet to its end, once for one sending of the form: a second click waits for the first and gets the same answer,
 * and one that comes later is told what was read. A reading that a stop broke off is not gone on with in silence.
 */
export function readOnce(ref: Ref, { state, version, rows }: Standing, read: () => Promise<number>): Promise<number> {
  const key = `${ref.id} ${ref.version}`
  const first = underWay.get(key)
  if (first) return first
  if (state !== 'reading' || version !== ref.version) return Promise.resolve(rows)
  if (rows > 0) refuse('import-reading-broken')
  const reading = read().finally(() => underWay.delete(key))
  underWay.set(key, reading)
  return reading
}
