import { pipeline, Readable } from 'node:stream'
import { constants, crc32, createDeflateRaw } from 'node:zlib'

/** One file of the archive, read piece by piece as the archive is written. */
export type ZipPart = { path: string; pieces: Iterable<string> | AsyncIterable<string> }
type Entry = { path: Buffer; sum: number; packed: number; size: number; at: number }

/** A zip file as it is read: sizes stand behind each part, so that nothing is held back. */
export async function* zipped(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = []
  let at = 0
  for (const { path, pieces } of parts) {
    const entry: Entry = { path: Buffer.from(path), sum: 0, packed: 0, size: 0, at }
    const header = record(0x04034b50, entry, 30)
    yield header
    for await (const chunk of packed(pieces, entry)) yield chunk
    const tail = descriptor(entry)
    yield tail
    at += header.length + entry.packed + tail.length
    entries.push(entry)
  }
  const directory = Buffer.concat(entries.map((entry) => record(0x02014b50, entry, 46)))
  yield directory
  yield end(entries.length, directory.length, at)
}

async function* packed(pieces: ZipPart['pieces'], entry: Entry): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: constants.Z_DEFAULT_COMPRESSION })
  // What goes wrong on the way comes out of the loop below.
  pipeline(Readable.from(summed(pieces, entry)), deflate, () => undefined)
  for await (const chunk of deflate as AsyncIterable<Buffer>) {
    entry.packed += chunk.length
    yield chunk
  }
}

async function* summed(pieces: ZipPart['pieces'], entry: Entry): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece)
    entry.sum = crc32(bytes, entry.sum)
    entry.size += bytes.length
    yield bytes
  }
}

/** Names are UTF-8, sizes follow in a descriptor. */
const flags = 0x0808
const deflated = 8
/** 1980-01-01: the files carry no time of their own. */
const date = 0x0021

/** A part's header, and (46 bytes) its line in the directory. */
function record(mark: number, { path, sum, packed, size, at }: Entry, length: 30 | 46): Buffer {
  const bytes = Buffer.alloc(length)
  bytes.writeUInt32LE(mark, 0)
  const from = length === 46 ? 6 : 4
  if (length === 46) bytes.writeUInt16LE(20, 4)
  for (const [index, value] of [20, flags, deflated, 0, date].entries()) bytes.writeUInt16LE(value, from + index * 2)
  if (length === 46) for (const [index, value] of [sum, packed, size].entries()) bytes.writeUInt32LE(value, 16 + index * 4)
  bytes.writeUInt16LE(path.length, from + 22)
  if (length === 46) bytes.writeUInt32LE(at, 42)
  return Buffer.concat([bytes, path])
}

function descriptor({ sum, packed, size }: Entry): Buffer {
  const bytes = Buffer.alloc(16)
  for (const [index, value] of [0x08074b50, sum, packed, size].entries()) bytes.writeUInt32LE(value, index * 4)
  return bytes
}

function end(count: number, length: number, at: number): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(0x06054b50, 0)
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(length, 12)
  bytes.writeUInt32LE(at, 16)
  return bytes
}
