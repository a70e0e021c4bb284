import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { type ChainHead, genesisHash } from './events'

/** The chain's head as $DATA_DIR/chain-head says it: kept outside the database, so that an older file in its place is noticed. */
export type KeptHead = ChainHead | 'missing' | 'unreadable'
/** `behind`: the database ends before the kept head. `other`: it holds another event in that place. */
export type HeadProblem = 'missing' | 'unreadable' | 'behind' | 'other'

/** Read it *before* the database: a commit between the two must not look like an older file. */
export function readKeptHead(dir: string): KeptHead {
  const file = join(dir, 'chain-head')
  if (!existsSync(file)) return 'missing'
  const [, seq, hash] = /^(\d{1,15}) ([0-9a-f]{64})\n?$/.exec(readFileSync(file, 'utf8')) ?? []
  return seq && hash ? { seq: Number(seq), hash } : 'unreadable'
}

/** Null when the database holds the kept head; it may well have gone on since (a kill between commit and note). */
export function headProblem(kept: KeptHead, db: Database.Database): HeadProblem | null {
  if (kept === 'missing') return hashAt(db, 1) === null ? null : 'missing'
  if (kept === 'unreadable') return 'unreadable'
  const hash = kept.seq === 0 ? genesisHash : hashAt(db, kept.seq)
  if (hash === null) return 'behind'
  return hash === kept.hash ? null : 'other'
}

function hashAt(db: Database.Database, seq: number): string | null {
  return db.prepare<[number], { hash: string }>('select hash from events where seq = ?').get(seq)?.hash ?? null
}
