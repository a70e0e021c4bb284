import type Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { type Ctx, system } from '../domain/actor'
import type { Day, Instant } from '../domain/calendar'
import { type House, house, keepHouse, type Orm, openDatabase } from './client'
import { loadPlan } from './commands/plan'
import { rerateProjects } from './commands/rerate'
import { closeNote, headProblem, type KeptHead, readKeptHead } from './kept-head'
import { takeLock } from './lock'
import { migrateForward } from './migrate'
import { plan } from './plan'
import { foundLibrary, loadReference } from './reference/load'
import { meta } from './schema'

export type Opening = { dir: string; at: Instant; today: Day; demo: boolean }

/** Opens the library for writing: alone, brought forward, with its reference data and the plan loaded, rated for today. */
export function openHouse(opening: Opening): House {
  const release = takeLock(opening.dir)
  const kept = readKeptHead(opening.dir)
  const { sqlite, orm } = openDatabase(opening.dir)
  try {
    checkHead(sqlite, kept)
    migrateForward(sqlite, orm, opening.dir)
    checkKind(orm, opening.demo)
    const opened = { dir: opening.dir, sqlite, orm, demo: opening.demo, release }
    keepHouse(opened)
    furnish(opening)
    return opened
  } catch (error) {
    keepHouse(undefined)
    sqlite.close()
    release()
    throw error
  }
}

function furnish({ at, today, demo }: Opening): void {
  const ctx: Ctx = { actor: system, at, today, requestId: 'open' }
  foundLibrary(ctx, demo ? 'demo' : 'real')
  loadReference(ctx)
  loadPlan(ctx, plan)
  while (rerateProjects(ctx) > 0);
}

export function closeHouse(): void {
  const { dir, sqlite, release } = house()
  keepHouse(undefined)
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  sqlite.close()
  closeNote(dir)
  release()
}

/** Made-up history can never be taken for the real library, nor the real one for a demonstration. */
function checkKind(orm: Orm, demo: boolean): void {
  const kind = orm.select().from(meta).where(eq(meta.key, 'kind')).get()?.value
  if (kind === 'demo' && !demo)
    throw new Error(
      '这个目录里是演示数据，不能作为正式库打开 · This folder holds a demonstration: it cannot be opened as the real library.',
    )
  if (kind === 'real' && demo)
    throw new Error('这个目录里是正式库，不能作为演示打开 · This folder holds the real library: it cannot be opened as a demonstration.')
}

/** The head kept beside the database must stand in its chain: otherwise an older or another file was put in its place. */
function checkHead(sqlite: Database.Database, kept: KeptHead): void {
  const isFounded = sqlite.prepare("select 1 from sqlite_master where name = 'events'").get() !== undefined
  const problem = isFounded ? headProblem(kept, sqlite) : kept === 'missing' ? null : 'behind'
  if (problem === null) return
  if (problem === 'missing') {
    // Whoever takes the note away knows why: the library opens, and says what nothing proves any more.
    process.stderr.write(
      '缺少 chain-head，无法证明这是最新的数据库 · chain-head is missing: nothing proves that this is the newest database.\n',
    )
    return
  }
  throw new Error(
    `数据库与事件链头不符（${problem}），可能换上了旧文件；请用 npm run audit:verify 查看，用 npm run restore 恢复 · The database does not match the kept head of its event chain (${problem}): an older file may have been put in its place. See npm run audit:verify, and npm run restore.`,
  )
}
