import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { type Ctx, system } from '../domain/actor'
import { type Instant, shanghaiDay } from '../domain/calendar'
import { verifyChain } from './audit-verify'
import { copyDurably, refuseDamage } from './backup'
import { syncFolder } from './durable-file'
import { type ChainHead, chainHead, recordEvent } from './events'
import { closeNote, keepHead } from './kept-head'
import { takeLock } from './lock'
import { damagedFiles, type Manifest, readManifest } from './manifest'
import { OperatorError } from './operator/operator'
import * as schema from './schema'

export type Restored = { manifest: Manifest; head: ChainHead; epoch: number }

/**
 * Puts a backup into an empty data folder and begins a new epoch there, with an event that names the head it goes on from.
 * The database appears under its name only when everything is in place: a restore that was cut off leaves nothing to start from.
 */
export async function restoreHouse(backup: string, target: string, at: Instant): Promise<Restored> {
  const manifest = wholeBackup(backup)
  refuseUsed(target)
  mkdirSync(target, { recursive: true, mode: 0o700 })
  chmodSync(target, 0o700)
  const release = takeLock(target)
  try {
    const aside = join(target, 'library.db.restoring')
    for (const { path } of manifest.files) await copyDurably(join(backup, path), path === 'library.db' ? aside : join(target, path))
    const head = beginEpoch(aside, manifest, at)
    keepHead(target, head)
    renameSync(aside, join(target, 'library.db'))
    syncFolder(target)
    return { manifest, head, epoch: manifest.chain.epoch + 1 }
  } finally {
    closeNote(target)
    release()
  }
}

function wholeBackup(backup: string): Manifest {
  const manifest = readManifest(backup)
  if (!manifest)
    throw new OperatorError(
      `不是完整的备份（没有有效的 manifest.json）：${backup} · Not a complete backup (no valid manifest.json): ${backup}`,
    )
  const damaged = damagedFiles(backup, manifest)
  if (damaged.length > 0) {
    const first = damaged.slice(0, 5).join(', ')
    throw new OperatorError(
      `备份中有 ${damaged.length} 个文件缺失或被改动，未恢复：${first} · ${damaged.length} files of the backup are missing or altered, nothing restored: ${first}`,
    )
  }
  checkChain(join(backup, 'library.db'), manifest)
  return manifest
}

function checkChain(file: string, { chain }: Manifest): void {
  const db = new Database(file, { readonly: true })
  try {
    refuseDamage(db)
    const { broken, head } = verifyChain(db)
    if (broken)
      throw new OperatorError(
        `备份的事件链在第 ${broken.seq} 号断开（${broken.what}），未恢复 · The backup's event chain breaks at ${broken.seq} (${broken.what}): nothing restored`,
      )
    if (head.hash !== chain.hash)
      throw new OperatorError(
        '备份的链头与 manifest 不符，未恢复 · The head of the backup is not the one its manifest names: nothing restored',
      )
  } finally {
    db.close()
  }
}

function refuseUsed(target: string): void {
  if (!existsSync(target) || readdirSync(target).length === 0) return
  throw new OperatorError(`恢复只进空目录，这里已有文件：${target} · Restore needs an empty folder, there are files in ${target}`)
}

function beginEpoch(file: string, { chain, madeAt }: Manifest, at: Instant): ChainHead {
  const sqlite = new Database(file)
  try {
    return drizzle(sqlite, { schema }).transaction(
      (tx) => {
        const epoch = { key: 'epoch', value: String(chain.epoch + 1) }
        tx.insert(schema.meta).values(epoch).onConflictDoUpdate({ target: schema.meta.key, set: epoch }).run()
        const ctx: Ctx = { actor: system, at, today: shanghaiDay(at), requestId: 'restore' }
        recordEvent(tx, ctx, {
          action: 'house.restored',
          subject: 'house',
          body: { oldHead: chain.hash, oldSeq: chain.seq, backupMadeAt: madeAt },
        })
        return chainHead(tx)
      },
      { behavior: 'immediate' },
    )
  } finally {
    sqlite.close()
  }
}
