import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { evidencePath } from './evidence-store'

export type DamagedEvidence = { sha256: string; problem: 'missing' | 'altered' }
export type EvidenceReport = { files: number; damaged: DamagedEvidence[] }

/** Reads every file the library names, and names those that are gone or no longer what was accepted. */
export function checkEvidence(db: Database.Database, dir: string): EvidenceReport {
  const rows = db.prepare<[], { sha256: string }>('select sha256 from evidence order by sha256').all()
  const damaged = rows.flatMap(({ sha256 }): DamagedEvidence[] => {
    const file = evidencePath(dir, sha256)
    if (!existsSync(file)) return [{ sha256, problem: 'missing' }]
    return fileSha256(file) === sha256 ? [] : [{ sha256, problem: 'altered' }]
  })
  return { files: rows.length, damaged }
}

/** In pieces: a library may be larger than the memory. */
export function fileSha256(file: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(1024 * 1024)
  const handle = openSync(file, 'r')
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) hash.update(piece.subarray(0, read))
  } finally {
    closeSync(handle)
  }
  return hash.digest('hex')
}
