import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { copyFile, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { Instant } from '../domain/calendar'
import { verifyChain } from './audit-verify'
import { syncFolder, writeDurably } from './durable-file'
import { checkEvidence } from './evidence-check'
import { evidencePath } from './evidence-store'
import { listFile, type Manifest, manifestFile } from './manifest'
import { OperatorError } from './operator/operator'

export type Backup = { manifest: Manifest; folder: string }

/**
 * A complete copy of the library while the server goes on writing: database, evidence, and a manifest with every SHA-256.
 * Session secret and first passwords are not part of it: they belong to a machine, not to the library.
 */
export async function backupHouse(dir: string, folder: string, at: Instant): Promise<Backup> {
  refuseUsedFolder(folder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  await copyDatabase(dir, join(folder, 'library.db'))
  const { chain, evidence } = checkedCopy(dir, folder)
  const lost = new Set(evidence.damaged.map(({ sha256 }) => sha256))
  const paths = evidence.hashes.filter((hash) => !lost.has(hash)).map((hash) => evidencePath('', hash))
  for (const path of paths) await copyDurably(join(dir, path), join(folder, path))
  const files = ['library.db', ...paths].map((path) => listFile(folder, path))
  const manifest: Manifest = { format: 1, madeAt: at, chain, files, damagedEvidence: evidence.damaged }
  writeDurably(join(folder, manifestFile), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
  return { manifest, folder }
}

function refuseUsedFolder(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return
  throw new OperatorError(`备份目录不是空的，请另选：${folder} · The backup folder is not empty, choose another: ${folder}`)
}

/** A read transaction holds one moment of the library, so that a busy writer cannot make the copy begin again and again. */
async function copyDatabase(dir: string, target: string): Promise<void> {
  const source = openSource(dir)
  try {
    source.exec('BEGIN')
    source.prepare('select count(*) from sqlite_master').get()
    await source.backup(target, { progress: () => 1000 })
  } finally {
    source.close()
  }
  chmodSync(target, 0o600)
}

function openSource(dir: string): Database.Database {
  const file = join(dir, 'library.db')
  if (!existsSync(file)) throw new OperatorError(`没有找到数据库：${file} · There is no library here: ${file}`)
  return new Database(file, { readonly: true })
}

/** Trusts nothing: the copy is checked as SQLite sees it, as the chain sees it, and against the evidence on disk. */
function checkedCopy(dir: string, folder: string) {
  const copy = new Database(join(folder, 'library.db'))
  try {
    // One file without companions: what is hashed is all there is.
    copy.pragma('journal_mode = DELETE')
    refuseDamage(copy)
    const { broken, head, epochs } = verifyChain(copy)
    if (broken)
      throw new OperatorError(
        `事件链在第 ${broken.seq} 号断开（${broken.what}），未备份 · The event chain breaks at ${broken.seq} (${broken.what}): no backup made`,
      )
    const hashes = copy.prepare<[], string>('select sha256 from evidence order by sha256').pluck().all()
    return { chain: { ...head, epoch: epochs.at(-1)?.epoch ?? 1 }, evidence: { hashes, damaged: checkEvidence(copy, dir).damaged } }
  } finally {
    copy.close()
  }
}

export function refuseDamage(db: Database.Database): void {
  const found = db.pragma('integrity_check(1)', { simple: true })
  const orphans = db.pragma('foreign_key_check') as unknown[]
  if (found === 'ok' && orphans.length === 0) return
  throw new OperatorError(`数据库已损坏：${found} · The database is damaged: ${found}; rows without parent: ${orphans.length}`)
}

export async function copyDurably(from: string, to: string): Promise<void> {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  await copyFile(from, to)
  const copy = await open(to, 'r+')
  await copy.chmod(0o600)
  await copy.sync()
  await copy.close()
  syncFolder(dirname(to))
}
