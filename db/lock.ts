import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

export class DataFolderBusy extends Error {
  constructor(dir: string) {
    super(`数据目录正在被另一个进程使用：${dir} · The data folder is in use by another process: ${dir}`)
    this.name = 'DataFolderBusy'
  }
}

/** One writer a data folder: an exclusive transaction held open, freed by the system even after kill -9. */
export function takeLock(dir: string): () => void {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const file = join(dir, 'lock.db')
  const lock = new Database(file, { timeout: 200 })
  try {
    chmodSync(file, 0o600)
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (String((error as { code?: string }).code).startsWith('SQLITE_BUSY')) throw new DataFolderBusy(dir)
    throw error
  }
  return () => lock.close()
}
