import { chmodSync, copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import type { Orm } from './client'

export const migrationsFolder = (): string => process.env.MIGRATIONS_DIR ?? join(process.cwd(), 'drizzle')

type Journal = { entries: { when: number; tag: string }[] }

function journal(folder: string): Journal {
  return JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as Journal
}

function appliedUntil(sqlite: Database.Database): number {
  const table = sqlite.prepare(`select 1 from sqlite_master where name = '__drizzle_migrations'`).get()
  if (!table) return 0
  return (sqlite.prepare('select max(created_at) as at from __drizzle_migrations').get() as { at: number | null }).at ?? 0
}

/**
 * Brings an older database forward; it never goes back. Foreign keys are off meanwhile, because a rebuilt parent table would
 * otherwise empty its children, and are checked afterwards. A copy is kept before an existing database is changed.
 */
export function migrateForward(sqlite: Database.Database, orm: Orm, dir: string, folder = migrationsFolder()): void {
  const known = journal(folder).entries
  const newest = Math.max(...known.map((entry) => entry.when))
  const applied = appliedUntil(sqlite)
  if (applied > newest)
    throw new Error('数据库由更新的版本写入，请升级程序 · This database was written by a newer version: upgrade the program.')
  if (applied === newest) return
  const copy = applied > 0 ? keepCopy(sqlite, dir, applied) : null
  sqlite.pragma('foreign_keys = OFF')
  migrate(orm, { migrationsFolder: folder })
  const broken = sqlite.pragma('foreign_key_check') as unknown[]
  sqlite.pragma('foreign_keys = ON')
  if (broken.length > 0) {
    putBack(sqlite, dir, copy)
    throw new Error(
      `迁移后有 ${broken.length} 行失去上级，已恢复原库 · ${broken.length} rows lost their parent while migrating: the database from before was put back.`,
    )
  }
}

/** Made aside and put in place whole, readable by the house only. */
function keepCopy(sqlite: Database.Database, dir: string, applied: number): string {
  const copy = join(dir, `before-migration-${applied}.db`)
  if (existsSync(copy)) return copy
  const part = `${copy}.part`
  rmSync(part, { force: true })
  sqlite.prepare('vacuum into ?').run(part)
  chmodSync(part, 0o600)
  renameSync(part, copy)
  return copy
}

/** The database as it was: half a migration is never served. */
function putBack(sqlite: Database.Database, dir: string, copy: string | null): void {
  sqlite.close()
  const file = join(dir, 'library.db')
  for (const rest of [`${file}-wal`, `${file}-shm`]) rmSync(rest, { force: true })
  if (copy) copyFileSync(copy, file)
}
