import type Database from 'better-sqlite3'
import type { EventFields } from '../domain/events'
import { bodyHash, type ChainHead, eventHash, genesisHash } from './events'

/** What does not fit: a missing number, a broken link, altered fields, altered words, an epoch that no restore began. */
export type BreakKind = 'gap' | 'link' | 'fields' | 'body' | 'epoch'
export type ChainBreak = { seq: number; what: BreakKind }
export type Epoch = { epoch: number; fromSeq: number }
export type ChainReport = { events: number; head: ChainHead; erased: number; epochs: Epoch[]; broken: ChainBreak | null }

type Row = EventFields & { prev_hash: string; hash: string; salt: string | null; body: string | null }

const batchSize = 1000
const nextRows = `select e.*, b.salt, b.body from events e left join event_bodies b on b.seq = e.seq
  where e.seq > ? order by e.seq limit ${batchSize}`

/**
 * Recomputes every hash in order and stops at the first event that does not fit. Yields after each batch, so that a server can
 * let others in between; the chain only grows, so what was read before stays true.
 */
export function* walkChain(db: Database.Database): Generator<ChainReport, ChainReport> {
  const statement = db.prepare<[number], Row>(nextRows)
  const report = emptyReport()
  for (let from = Number.MIN_SAFE_INTEGER; ; from = report.head.seq) {
    const rows = statement.all(from)
    for (const row of rows) {
      report.broken = misfit(report, row)
      if (report.broken) return report
      add(report, row)
    }
    if (rows.length < batchSize) return report
    yield report
  }
}

export function verifyChain(db: Database.Database, onBatch: (soFar: ChainReport) => void = () => {}): ChainReport {
  const walk = walkChain(db)
  for (;;) {
    const { value, done } = walk.next()
    if (done) return value
    onBatch(value)
  }
}

export function emptyReport(): ChainReport {
  return { events: 0, head: { seq: 0, hash: genesisHash }, erased: 0, epochs: [], broken: null }
}

function misfit({ head, epochs }: ChainReport, row: Row): ChainBreak | null {
  if (row.seq !== head.seq + 1) return { seq: head.seq + 1, what: 'gap' }
  if (row.prev_hash !== head.hash) return { seq: row.seq, what: 'link' }
  if (eventHash(row.prev_hash, fieldsOf(row)) !== row.hash) return { seq: row.seq, what: 'fields' }
  if (row.salt !== null && bodyHash(row.salt, row.body ?? '') !== row.body_hash) return { seq: row.seq, what: 'body' }
  return beginsRightly(row, epochs.at(-1)?.epoch) ? null : { seq: row.seq, what: 'epoch' }
}

/** Only a restore begins a new epoch, and always the next one. */
function beginsRightly({ epoch, action }: Row, last: number | undefined): boolean {
  if (last === undefined) return epoch === 1
  return action === 'house.restored' ? epoch === last + 1 : epoch === last
}

function fieldsOf({ seq, epoch, at, actor_kind, actor_id, action, subject, body_hash }: Row): EventFields {
  return { seq, epoch, at, actor_kind, actor_id, action, subject, body_hash }
}

function add(report: ChainReport, row: Row): void {
  report.events += 1
  report.head = { seq: row.seq, hash: row.hash }
  if (row.salt === null) report.erased += 1
  if (row.epoch !== report.epochs.at(-1)?.epoch) report.epochs.push({ epoch: row.epoch, fromSeq: row.seq })
}
