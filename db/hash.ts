import { hash, randomBytes, randomInt } from 'node:crypto'
import { canonicalJson, type Json } from '../domain/events'

export const sha256 = (text: string | Uint8Array): string => hash('sha256', text)
export const hashJson = (value: Json): string => sha256(canonicalJson(value))
export const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex')
/** An id that tells nothing of how many there are: for what may lie unseen between two that are seen. */
export const sparseId = (): number => randomInt(100_000_000, 999_999_999)
