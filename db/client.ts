import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import * as schema from './schema'

export type Orm = BetterSQLite3Database<typeof schema>
/** What a transaction's work receives. Queries take `Orm | Tx`. */
export type Tx = Parameters<Parameters<Orm['transaction']>[0]>[0]
export type Reader = Orm | Tx
export type House = {
  dir: string
  sqlite: Database.Database
  orm: Orm
  demo: boolean
  release: () => void
  /** Rows changed by commands that no list shows (change-count.ts). */
  unseenChanges?: number
}

/** A promise made at every open: what was acknowledged survives a power cut (FULL), children keep their parents. */
function setPragmas(sqlite: Database.Database): void {
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('busy_timeout = 5000')
}

export function openDatabase(dir: string): { sqlite: Database.Database; orm: Orm } {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const file = join(dir, 'library.db')
  const sqlite = new Database(file)
  chmodSync(file, 0o600)
  setPragmas(sqlite)
  return { sqlite, orm: drizzle(sqlite, { schema }) }
}

/** For commands that run beside the server: nothing can be written through it. */
export function openReadOnly(dir: string): { sqlite: Database.Database; orm: Orm } {
  const sqlite = new Database(join(dir, 'library.db'), { readonly: true, fileMustExist: true })
  sqlite.pragma('busy_timeout = 5000')
  return { sqlite, orm: drizzle(sqlite, { schema }) }
}

/** One open house a process; kept on globalThis because a server bundle may hold this module twice. */
const shelf = globalThis as { hengdongHouse?: House | undefined }

export function keepHouse(house: House | undefined): void {
  shelf.hengdongHouse = house
}

export function house(): House {
  if (!shelf.hengdongHouse) throw new Error('The library is not open: instrumentation opens it when the server starts.')
  return shelf.hengdongHouse
}

export const orm = (): Orm => house().orm
