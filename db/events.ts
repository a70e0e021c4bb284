import { desc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../domain/actor'
import { canonicalJson, type EventAction, type EventFields, type Json } from '../domain/events'
import type { Reader, Tx } from './client'
import { hashJson, randomHex, sha256 } from './hash'
import { prepared } from './prepared'
import { eventBodies, events, meta } from './schema'

export type ChainHead = { seq: number; hash: string }

/** Where a chain begins. */
export const genesisHash = '0'.repeat(64)

const lastEvent = (db: Reader) =>
  db.select({ seq: events.seq, hash: events.hash }).from(events).orderBy(desc(events.seq)).limit(1).prepare()
const epoch = (db: Reader) => db.select({ value: meta.value }).from(meta).where(eq(meta.key, 'epoch')).prepare()

export function chainHead(db: Reader): ChainHead {
  return prepared(db, lastEvent).get() ?? { seq: 0, hash: genesisHash }
}

export function currentEpoch(db: Reader): number {
  return Number(prepared(db, epoch).get()?.value ?? 1)
}

/** hash = SHA-256(prev_hash ‖ RFC 8785 JSON of the other fields) */
export function eventHash(prevHash: string, fields: EventFields): string {
  return sha256(prevHash + canonicalJson(fields))
}

/** The body is salted before it is hashed, so that an erased body cannot be guessed back from its hash. */
export const bodyHash = (salt: string, body: string): string => sha256(salt + body)

export type NewEvent = { action: EventAction; subject: string; body?: Json }

/** Appends to the chain inside the command's own transaction. Personal words belong in `body`, which can be erased. */
export function recordEvent(tx: Tx, ctx: Ctx, event: NewEvent): void {
  const head = chainHead(tx)
  const salt = randomHex(16)
  const body = canonicalJson(event.body ?? null)
  const fields: EventFields = {
    seq: head.seq + 1,
    epoch: currentEpoch(tx),
    at: ctx.at,
    actor_kind: ctx.actor.kind,
    actor_id: ctx.actor.kind === 'user' ? ctx.actor.id : null,
    action: event.action,
    subject: event.subject,
    body_hash: bodyHash(salt, body),
  }
  prepared(tx, insertEvent).run({ ...fields, prev_hash: head.hash, hash: eventHash(head.hash, fields) })
  prepared(tx, insertBody).run({ seq: fields.seq, salt, body })
}

const value = sql.placeholder
const insertEvent = (db: Reader) =>
  db
    .insert(events)
    .values({
      seq: value('seq'),
      epoch: value('epoch'),
      at: value('at'),
      actorKind: value('actor_kind'),
      actorId: value('actor_id'),
      action: value('action'),
      subject: value('subject'),
      bodyHash: value('body_hash'),
      prevHash: value('prev_hash'),
      hash: value('hash'),
    })
    .prepare()
const insertBody = (db: Reader) =>
  db
    .insert(eventBodies)
    .values({ seq: value('seq'), salt: value('salt'), body: value('body') })
    .prepare()

export const inputHash = (command: string, input: unknown): string => hashJson([command, JSON.parse(JSON.stringify(input ?? null)) as Json])
