import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

/** Databases as landed versions made them (compacted, compressed), with the head of their event chain. Each stays for good. */
export const landed = [
  { name: 'landed-1', head: { seq: 7093, hash: '23a1999dc8481559f08f0aba4be4fb5943486982526fb5869d168c520a95abe9' } },
  { name: 'landed-2', head: { seq: 7483, hash: '23a11ff30fe94f60805f7d4bdd132eb0e7662c7d26f19b76e309c36d5f938c1e' } },
] as const

/** A data folder as that version left it: the demonstration of its time, on its business day. */
export function unpackLanded(dir: string, { name, head }: (typeof landed)[number]): void {
  const packed = readFileSync(join(import.meta.dirname, '../fixtures', `${name}.db.br`))
  writeFileSync(join(dir, 'library.db'), brotliDecompressSync(packed), { mode: 0o600 })
  writeFileSync(join(dir, 'chain-head'), `${String(head.seq).padStart(15, '0')} ${head.hash}\n`, { mode: 0o600 })
}
