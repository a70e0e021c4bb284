import { crc32, deflateRawSync } from 'node:zlib'

export type Part = { name: string; text: string | Buffer; stored?: boolean; claims?: number; flags?: number }

/** An archive made by hand, so that a test can also make a wrong one. */
export function zipOf(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text, stored = false, claims, flags = 0 } of parts) {
    const bytes = Buffer.from(text as string)
    const packed = stored ? bytes : deflateRawSync(bytes)
    const label = Buffer.from(name)
    const sizes = Buffer.alloc(24)
    sizes.writeUInt16LE(flags, 0)
    sizes.writeUInt16LE(stored ? 0 : 8, 2)
    sizes.writeUInt32LE(crc32(bytes), 8)
    sizes.writeUInt32LE(packed.length, 12)
    sizes.writeUInt32LE(claims ?? bytes.length, 16)
    sizes.writeUInt16LE(label.length, 20)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), sizes, label, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0]), sizes, tail, label]))
    locals.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(22)
  const size = directory.reduce((sum, entry) => sum + entry.length, 0)
  Buffer.from([0x50, 0x4b, 5, 6]).copy(end)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, end])
}
