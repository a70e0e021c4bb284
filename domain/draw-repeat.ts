import type { Hash } from './draw'
import { checking, type DrawVerdict } from './draw-check'
import { type DrawFile, reading } from './draw-file'
import type { Turns } from './turns'

/** An exported draw repeated from its text alone: what it says of itself, what contradicts it, and what the repeat draws. */
export type DrawRepeat =
  | { malformed: string[] }
  | (DrawVerdict & {
      file: Pick<DrawFile, 'title' | 'round' | 'n' | 'count' | 'seedHash' | 'listHash' | 'publicValue' | 'publicSource' | 'drawn'>
      candidates: number
    })

/** In pieces, so that a long one stops nobody else. */
export function* repeating(text: string, hash?: Hash): Turns<DrawRepeat> {
  const read = yield* reading(text)
  if ('malformed' in read) return { malformed: read.malformed.slice(0, 5) }
  const { title, round, n, count, seedHash, listHash, publicValue, publicSource, drawn, candidates } = read.file
  const verdict = yield* checking(read.file, hash)
  return {
    file: { title, round, n, count, seedHash, listHash, publicValue, publicSource, drawn },
    candidates: candidates.length,
    ...verdict,
  }
}
