import type Database from 'better-sqlite3'
import type { ChainReport } from './audit-verify'

/** Where a hash stands in the chain. `whole` = every event up to it was recomputed and fits. */
export type HeadFound = { seq: number; at: string; whole: boolean }

/** The event of a hash that was printed somewhere, in a chain that was walked; null = no event has it. */
export function findHead(db: Database.Database, hash: string, { head }: ChainReport): HeadFound | null {
  const row = db.prepare<[string], { seq: number; at: string }>('select seq, at from events where hash = ? order by seq limit 1').get(hash)
  return row ? { ...row, whole: row.seq <= head.seq } : null
}

/** `--head <hash>` of the command line; null = not asked. undefined = it is no hash. */
export function askedHead(args: readonly string[]): string | null | undefined {
  const at = args.indexOf('--head')
  if (at < 0) return null
  const hash = (args[at + 1] ?? '').trim().toLowerCase()
  return /^[0-9a-f]{64}$/.test(hash) ? hash : undefined
}
