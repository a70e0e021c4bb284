import { closeSync, existsSync, fstatSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { writeDurably } from './durable-file'
import { type ChainHead, genesisHash } from './events'

/** The chain's head as $DATA_DIR/chain-head says it: kept outside the database, so that an older file in its place is noticed. */
export type KeptHead = ChainHead | 'missing' | 'unreadable'
/** `behind`: the database ends before the kept head. `other`: it holds another event in that place. */
export type HeadProblem = 'missing' | 'unreadable' | 'behind' | 'other'

/** Read it *before* the database: a commit between the two must not look like an older file. */
export function readKeptHead(dir: string): KeptHead {
  const file = noteIn(dir)
  if (!existsSync(file)) return 'missing'
  const [, seq, hash] = /^(\d{1,15}) ([0-9a-f]{64})\n?$/.exec(settled(file)) ?? []
  return seq && hash ? { seq: Number(seq), hash } : 'unreadable'
}

const noteIn = (dir: string): string => join(dir, 'chain-head')

/** A server may be writing it: what reads the same twice was not caught half written. */
function settled(file: string): string {
  let text = readFileSync(file, 'utf8')
  for (let again = readFileSync(file, 'utf8'); again !== text; again = readFileSync(file, 'utf8')) text = again
  return text
}

/** Open notes by their folder. */
const notes = new Map<string, number>()
const lineOf = ({ seq, hash }: ChainHead): string => `${String(seq).padStart(15, '0')} ${hash}\n`

/** Kept beside the database at every commit: one line of fixed width, written over the last in a file that stays open. */
export function keepHead(dir: string, head: ChainHead): void {
  writeSync(openNote(dir, head), lineOf(head), 0)
}

/** A note that was taken away, or had another put in its place, is begun anew. */
function openNote(dir: string, head: ChainHead): number {
  const known = notes.get(dir)
  if (known !== undefined && fstatSync(known).nlink > 0) return known
  closeNote(dir)
  if (!existsSync(noteIn(dir))) writeDurably(noteIn(dir), Buffer.from(lineOf(head)))
  const note = openSync(noteIn(dir), 'r+')
  notes.set(dir, note)
  return note
}

export function closeNote(dir: string): void {
  const known = notes.get(dir)
  if (known !== undefined) closeSync(known)
  notes.delete(dir)
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
