import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib'
import { cannotRead, UnreadableFile } from '../../domain/ledger/unreadable'
import { workbookLimits as limits } from './workbook-limits'

/** A part of the archive as its directory describes it. */
type Entry = { name: string; method: number; packed: number; unpacked: number; crc: number; offset: number }
export type Zip = { names: readonly string[]; has: (name: string) => boolean; open: (name: string) => AsyncGenerator<Buffer> }

const directoryEnd = Buffer.from([0x50, 0x4b, 5, 6])
const entryMark = 0x02014b50
const localMark = 0x04034b50
const damaged = (where: string): never => cannotRead('file-damaged', { where })

/** The archive by its central directory: the one place that says what is in it. Nothing is unpacked until it is asked for. */
export function openZip(bytes: Buffer): Zip {
  const entries = new Map(entriesOf(bytes).map((entry) => [entry.name.toLowerCase(), entry]))
  return {
    names: [...entries.values()].map(({ name }) => name),
    has: (name) => entries.has(name.toLowerCase()),
    open: (name) => unpack(bytes, entries.get(name.toLowerCase()) ?? damaged(name)),
  }
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(directoryEnd)
  if (end < 0 || end + 22 > bytes.length) damaged('zip')
  const count = bytes.readUInt16LE(end + 10)
  if (count > limits.zipEntries) cannotRead('file-bomb', { where: 'zip' })
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) damaged('zip')
    if ((bytes.readUInt16LE(at + 8) & 1) !== 0) cannotRead('file-password')
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [number, number, number]
    entries.push(entryAt(bytes, at, nameLength, extraLength))
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

function entryAt(bytes: Buffer, at: number, nameLength: number, extraLength: number): Entry {
  const name = bytes
    .toString('utf8', at + 46, at + 46 + nameLength)
    .replaceAll('\\', '/')
    .replace(/^\//, '')
  const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
  const [unpacked, packed, offset] = wide(
    extra,
    [24, 20, 42].map((place) => bytes.readUInt32LE(at + place)),
  )
  return { name, method: bytes.readUInt16LE(at + 10), crc: bytes.readUInt32LE(at + 16), unpacked, packed, offset }
}

/** Writers that stream keep sizes in the field for large archives, whatever the size. */
function wide(extra: Buffer, narrow: number[]): [number, number, number] {
  let at = 0
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2)
  let from = at + 4
  const sizes = narrow.map((size) => {
    if (size !== 0xffffffff) return size
    if (from + 8 > extra.length) return damaged('zip')
    from += 8
    return Number(extra.readBigUInt64LE(from - 8))
  })
  return sizes as [number, number, number]
}

async function* unpack(bytes: Buffer, entry: Entry): AsyncGenerator<Buffer> {
  const packed = packedBytes(bytes, entry)
  let [size, crc] = [0, 0]
  for await (const chunk of entry.method === 0 ? slices(packed) : inflated(packed, entry.name)) {
    size += chunk.length
    if (size > limits.sheetBytes || (size > limits.ratioFrom && size > packed.length * limits.ratio))
      cannotRead('file-bomb', { where: entry.name })
    if (size > entry.unpacked) damaged(entry.name)
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (size !== entry.unpacked || crc !== entry.crc) damaged(entry.name)
}

function packedBytes(bytes: Buffer, { name, method, offset, packed, unpacked }: Entry): Buffer {
  if (method !== 0 && method !== 8) damaged(name)
  if (unpacked > limits.sheetBytes) cannotRead('file-bomb', { where: name })
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localMark) damaged(name)
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  return start + packed > bytes.length ? damaged(name) : bytes.subarray(start, start + packed)
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

async function* inflated(packed: Buffer, name: string): AsyncGenerator<Buffer> {
  const stream: InflateRaw = createInflateRaw({ chunkSize: 65_536 })
  stream.end(packed)
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch (thrown) {
    if (thrown instanceof UnreadableFile) throw thrown
    damaged(name)
  } finally {
    stream.destroy()
  }
}
