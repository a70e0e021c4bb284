import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { storeEvidence } from '../../db/evidence-store'
import { sha256 } from '../../db/hash'

/** A picture as it is sent, and the hash of what the house makes of it. */
export type Picture = { bytes: Uint8Array; sent: string; stored: string }

/** Small pictures in long files (a comment of up to 64 kB a segment): several pieces to send, and nothing to wait for when they are unpacked. */
export async function pictures(count: number): Promise<Picture[]> {
  const dir = mkdtempSync(join(tmpdir(), 'hengdong-pictures-'))
  try {
    const made: Picture[] = []
    for (let n = 0; n < count; n++) {
      const bytes = await picture(n)
      made.push({ bytes, sent: sha256(bytes), stored: (await storeEvidence(dir, bytes)).sha256 })
    }
    return made
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function picture(n: number): Promise<Uint8Array> {
  const background = { r: (n * 53) % 256, g: (n * 97) % 256, b: (n * 31) % 256 }
  const plain = await sharp({ create: { width: 24, height: 24, channels: 3, background } })
    .jpeg()
    .toBuffer()
  const comments = Array.from({ length: 1 + ((n * 5) % 11) }, (_, at) => segment(Buffer.alloc(60_000, `${n} ${at} `)))
  return Buffer.concat([plain.subarray(0, 2), ...comments, plain.subarray(2)])
}

function segment(words: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xfe, 0, 0])
  head.writeUInt16BE(words.length + 2, 2)
  return Buffer.concat([head, words])
}
