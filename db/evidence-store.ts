import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { refuseField } from '../domain/errors'
import {
  type EvidenceMime,
  evidenceByteLimit,
  evidenceLimits,
  evidenceMime,
  hasPdfTrailer,
  isHeic,
  type StoredEvidence,
} from '../domain/evidence'
import { sayWhenFull } from './disk'
import { writeDurably } from './durable-file'
import { sha256 } from './hash'
import { oneAtATime } from './one-at-a-time'

// One picture at a time and none remembered: the server's memory is for its readers.
sharp.cache(false)
sharp.concurrency(1)

/** Files lie outside the web root under the hash of their content: $DATA_DIR/evidence/ab/abcd… */
export function evidencePath(dir: string, hash: string): string {
  return join(dir, 'evidence', hash.slice(0, 2), hash)
}

const megabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024)

/** Checks a file by its content, takes the metadata (place, device) out of pictures, and keeps it once however often it is sent. */
export async function storeEvidence(dir: string, sent: Uint8Array): Promise<StoredEvidence> {
  const mime = acceptedMime(sent)
  const { bytes, width, height } = mime === 'application/pdf' ? wholePdf(sent) : await reencode(sent, mime)
  const hash = sha256(bytes)
  keepOnce(evidencePath(dir, hash), hash, bytes)
  return { sha256: hash, mime, bytes: bytes.length, width, height }
}

function acceptedMime(sent: Uint8Array): EvidenceMime {
  if (sent.length === 0) refuseField('file', 'file-empty')
  if (isHeic(sent)) refuseField('file', 'file-heic')
  const mime = evidenceMime(sent) ?? refuseField('file', 'file-type')
  const limit = evidenceByteLimit(mime)
  if (sent.length > limit) refuseField('file', 'file-too-large', { max: megabytes(limit) })
  return mime
}

type Content = { bytes: Uint8Array; width: number | null; height: number | null }

function wholePdf(bytes: Uint8Array): Content {
  return hasPdfTrailer(bytes) ? { bytes, width: null, height: null } : refuseField('file', 'file-damaged')
}

/** An unpacked picture takes many times its size: one at a time keeps the server within its memory. */
const reencode = (sent: Uint8Array, mime: EvidenceMime): Promise<Content> => oneAtATime(() => reencoded(sent, mime))

async function reencoded(sent: Uint8Array, mime: EvidenceMime): Promise<Content> {
  const format = mime === 'image/png' ? 'png' : 'jpeg'
  const seen = await readable(sharp(sent, { limitInputPixels: false }).metadata())
  if (seen.width * seen.height > evidenceLimits.pixels)
    refuseField('file', 'picture-too-many-pixels', { max: evidenceLimits.pixels / 10_000 })
  const { side, pixels } = evidenceLimits
  const picture = sharp(sent, { limitInputPixels: pixels, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .toFormat(format, format === 'jpeg' ? { quality: 85 } : {})
  const { data, info } = await readable(picture.toBuffer({ resolveWithObject: true }))
  return { bytes: data, width: info.width, height: info.height }
}

/** Whatever the decoder stumbles over, the sender's file is damaged: cut short, or only pretending to be a picture. */
function readable<T>(work: Promise<T>): Promise<T> {
  return work.catch(() => refuseField('file', 'file-damaged'))
}

/** A file already there is left alone when it is whole, and mended when it is not. */
function keepOnce(file: string, hash: string, bytes: Uint8Array): void {
  if (existsSync(file) && sha256(readFileSync(file)) === hash) return
  sayWhenFull(() => writeDurably(file, bytes))
}

/** The bytes as they were accepted, or null when the file is gone or no longer what its name says. */
export function readEvidence(dir: string, hash: string): Buffer | null {
  const file = evidencePath(dir, hash)
  if (!existsSync(file)) return null
  const bytes = readFileSync(file)
  return sha256(bytes) === hash ? bytes : null
}
