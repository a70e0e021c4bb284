import { house, type Tx } from '../client'
import { sayWhenFull } from '../disk'
import { writeDurably } from '../durable-file'
import { evidencePath, readEvidence } from '../evidence-store'
import { sha256 } from '../hash'
import { evidence } from '../schema'

const mimes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
} as const

/** Keeps the workbook as it came, with the evidence: under the hash of its bytes, so that the backup takes it along. */
export function keepOriginal(bytes: Uint8Array): string {
  const hash = sha256(bytes)
  const { dir } = house()
  if (readEvidence(dir, hash) === null) sayWhenFull(() => writeDurably(evidencePath(dir, hash), bytes))
  return hash
}

export function noteOriginal(tx: Tx, at: string, file: { sha256: string; bytes: number; fileName: string }): void {
  const row = { sha256: file.sha256, mime: mimeOf(file.fileName), bytes: file.bytes, width: null, height: null, createdAt: at }
  tx.insert(evidence).values(row).onConflictDoNothing().run()
}

export function mimeOf(fileName: string): string {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return ending in mimes ? mimes[ending as keyof typeof mimes] : 'application/octet-stream'
}
