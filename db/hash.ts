import { createHash, randomBytes } from 'node:crypto'
import { canonicalJson, type Json } from '../domain/events'

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')
export const hashJson = (value: Json): string => sha256(canonicalJson(value))
export const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex')
