import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../db/client'
import { migrateForward } from '../../db/migrate'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hengdong-migrate-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const first =
  'CREATE TABLE parents (id integer primary key, name text);--> statement-breakpoint\n' +
  'CREATE TABLE children (id integer primary key, parent_id integer not null references parents(id) on delete cascade);'
/** What drizzle-kit writes when a column changes: the parent is built anew, which empties its children while foreign keys are on. */
const rebuild = `CREATE TABLE __new_parents (id integer primary key, name text not null);--> statement-breakpoint
INSERT INTO __new_parents SELECT id, coalesce(name, '-') FROM parents;--> statement-breakpoint
DROP TABLE parents;--> statement-breakpoint
ALTER TABLE __new_parents RENAME TO parents;`

/** A folder of migrations as drizzle-kit lays it out; its newest is `sql.at(-1)`. */
function migrations(...sql: string[]): string {
  const folder = join(dir, `migrations-${sql.length}`)
  mkdirSync(join(folder, 'meta'), { recursive: true })
  const entries = sql.map((_, idx) => ({ idx, version: '6', when: 1000 * (idx + 1), tag: `000${idx}_step`, breakpoints: true }))
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ version: '7', dialect: 'sqlite', entries }))
  for (const [at, text] of sql.entries()) writeFileSync(join(folder, `000${at}_step.sql`), text)
  return folder
}

function migrated(...sql: string[]) {
  const data = join(dir, 'data')
  const opened = openDatabase(data)
  migrateForward(opened.sqlite, opened.orm, data, migrations(...sql))
  return opened.sqlite
}

function withChildren(): void {
  const db = migrated(first)
  db.exec(`insert into parents values (1, 'a'), (2, null); insert into children values (1, 1), (2, 2), (3, 2)`)
  db.close()
}
const count = (db: Database.Database, table: string) => db.prepare(`select count(*) from ${table}`).pluck().get()

describe('a migration', () => {
  test('keeps the children of a table it builds anew', () => {
    withChildren()
    const db = migrated(first, rebuild)
    expect([count(db, 'parents'), count(db, 'children')]).toEqual([2, 3])
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    db.close()
  })

  test('keeps a copy from before, for the house only', () => {
    withChildren()
    migrated(first, rebuild).close()
    const copy = readdirSync(join(dir, 'data')).find((name) => name.startsWith('before-migration'))
    const db = new Database(join(dir, 'data', copy!), { readonly: true })
    expect(db.prepare('select name from parents where id = 2').pluck().get()).toBeNull()
    expect(statSync(join(dir, 'data', copy!)).mode & 0o077).toBe(0)
    db.close()
  })

  test('makes no copy of a new database, and none when nothing is to be done', () => {
    migrated(first).close()
    migrated(first).close()
    expect(readdirSync(join(dir, 'data')).filter((name) => name.startsWith('before-migration'))).toEqual([])
  })

  test('that fails leaves the old database as it was', () => {
    withChildren()
    expect(() => migrated(first, `${rebuild}--> statement-breakpoint\nDROP TABLE nothing;`)).toThrow()
    const db = new Database(join(dir, 'data/library.db'))
    expect(db.prepare('select name from parents where id = 2').pluck().get()).toBeNull()
    expect(count(db, 'children')).toBe(3)
    db.close()
    expect(existsSync(join(dir, 'data/library.db'))).toBe(true)
  })

  test('that loses a parent is refused and names the copy', () => {
    withChildren()
    expect(() => migrated(first, 'DELETE FROM parents WHERE id = 2;')).toThrow(/lost their parent/)
  })

  test('never opens a database that a newer program wrote', () => {
    migrated(first, rebuild).close()
    expect(() => migrated(first)).toThrow(/newer version/)
    const db = new Database(join(dir, 'data/library.db'))
    expect(count(db, 'parents')).toBe(0)
    db.close()
  })
})
