import type { FieldAnswer, FieldAnswers, FieldItem, FieldItemKind, PhotoAnswer } from '../../domain/field-items'
import { offsetOf } from './device-clock'
import { sendPhoto } from './photo-sending'

/**
 * Hands in what waits on a phone: in order, as often as it takes, once. Knows no browser: storage, line and lock are given to it, so that the tests of faults
 * drive the very code that phones run.
 */

/** `announced` = the server knows the photograph, its bytes are not all there yet. Only `received` and `conflict` are with the server. */
export type Standing =
  | { state: 'device' | 'announced' }
  | { state: 'received' | 'conflict'; at: string }
  | { state: 'refused'; code: string; field: string | null; message: string }

export type Waiting = { id: string; kind: FieldItemKind; state: 'device' | 'announced' }

export type OutboxStore = {
  /** Whose things these are. An answer for anybody else stops the outbox. */
  userId: number
  /** What the server does not have yet and has not refused, in the order in which it was made. */
  waiting: () => Promise<Waiting[]>
  /** Exactly as it was made: an item never changes, whatever is learnt later. */
  item: (id: string) => Promise<FieldItem>
  /** Null when they cannot be read: the others do not wait for it. */
  bytes: (id: string) => Promise<Uint8Array | null>
  settle: (id: string, standing: Standing) => Promise<void>
  learnOffset: (ms: number) => Promise<void>
  /** Whether the secret the server gives to the one who is signed in opens these things: true for their owner alone. */
  opens: (secret: string) => Promise<boolean>
}

export type Line = {
  fetch: (path: string, init: RequestInit) => Promise<Response>
  now: () => number
  /** Does the work while no other tab does; null when one is at it. A browser without locks does it right away: ids make it once all the same. */
  alone: <T>(work: () => Promise<T>) => Promise<T | null>
}

/** `quiet` nothing left to send; `later` something hangs on what has not come; `elsewhere` another tab is sending. */
export type Outcome = 'quiet' | 'later' | 'unreachable' | 'signed-out' | 'other-user' | 'not-allowed' | 'elsewhere'

const maxItems = 50
const maxBytes = 400_000
export const patience = 45_000

/** One pass over everything that waits. */
export async function sendAll(store: OutboxStore, line: Line): Promise<Outcome> {
  try {
    return (await line.alone(() => pass(store, line))) ?? 'elsewhere'
  } catch (error) {
    if (error instanceof Stopped) return error.outcome
    throw error
  }
}

async function pass(store: OutboxStore, line: Line): Promise<Outcome> {
  if ((await store.waiting()).length === 0) return 'quiet'
  await checkOwner(store, line)
  const tried = new Set<string>()
  for (;;) {
    const fresh = (await store.waiting()).filter(({ id, state }) => state === 'device' && !tried.has(id))
    if (fresh.length === 0) break
    for (const id of await sendBatch(store, line, fresh)) tried.add(id)
  }
  await sendPhotos(store, line)
  return (await store.waiting()).length === 0 ? 'quiet' : 'later'
}

/** Nobody sends another's things, not even once: asked before the first byte leaves. */
async function checkOwner(store: OutboxStore, line: Line): Promise<void> {
  const { secret } = await answered<{ secret: string }>(store, line, '/api/field/key', { method: 'POST' })
  if (!(await store.opens(secret))) throw new Stopped('other-user')
}

/** Sends the first of them that fit into one batch, and says which those were. */
async function sendBatch(store: OutboxStore, line: Line, fresh: Waiting[]): Promise<string[]> {
  const items = await batchOf(store, fresh)
  const before = line.now()
  const body = JSON.stringify({ items })
  const { serverTime, userId, answers } = await answered<FieldAnswers>(store, line, '/api/field/sync', {
    method: 'POST',
    headers: json,
    body,
  })
  if (userId !== store.userId) throw new Stopped('other-user')
  await store.learnOffset(offsetOf(serverTime, before, line.now()))
  const sent = new Map(items.map((item) => [item.id, item.kind]))
  for (const answer of answers) {
    const kind = sent.get(answer.id)
    if (kind && answer.status !== 'later') await store.settle(answer.id, standingOf(kind, answer))
  }
  return [...sent.keys()]
}

async function batchOf(store: OutboxStore, fresh: Waiting[]): Promise<FieldItem[]> {
  const items: FieldItem[] = []
  let size = 0
  for (const { id } of fresh.slice(0, maxItems)) {
    const item = await store.item(id)
    size += new TextEncoder().encode(JSON.stringify(item)).length
    if (items.length > 0 && size > maxBytes) break
    items.push(item)
  }
  return items
}

/** A photograph that is announced still has its bytes to send, whatever else was said of it. */
function standingOf(kind: FieldItemKind, answer: Exclude<FieldAnswer, { status: 'later' }>): Standing {
  if (answer.status === 'refused') return { state: 'refused', code: answer.code, field: answer.field, message: answer.message }
  if (kind === 'photo') return { state: 'announced' }
  return { state: answer.status, at: answer.at }
}

async function sendPhotos(store: OutboxStore, line: Line): Promise<void> {
  for (const { id, state } of await store.waiting()) {
    if (state === 'announced') await sendOne(store, line, id)
  }
}

/** A server that does not know the photograph (restored from a backup) hears of it again. */
async function sendOne(store: OutboxStore, line: Line, id: string): Promise<void> {
  try {
    const settled = await sendPhoto(
      id,
      () => store.bytes(id),
      (path, init) => answered<PhotoAnswer>(store, line, path, init),
    )
    if (settled) await store.settle(id, settled)
  } catch (error) {
    if (!(error instanceof Stopped) || error.status !== 404) throw error
    await store.settle(id, { state: 'device' })
  }
}

class Stopped extends Error {
  constructor(
    readonly outcome: Outcome,
    readonly status = 0,
  ) {
    super(outcome)
  }
}

const json = { 'content-type': 'application/json' }

/** The answer's body; whatever is not an answer of ours (a cut line, a login page of a hotel, a server that is starting) means: later. */
async function answered<T>(store: OutboxStore, line: Line, path: string, init: RequestInit): Promise<T> {
  const headers = { ...init.headers, 'x-field-user': String(store.userId) }
  let status = 0
  try {
    const response = await line.fetch(path, { ...init, headers, redirect: 'error', signal: AbortSignal.timeout(patience) })
    status = response.status
    if (response.ok) return (await response.json()) as T
  } catch {
    throw new Stopped('unreachable')
  }
  throw new Stopped(outcomeOf(status), status)
}

function outcomeOf(status: number): Outcome {
  if (status === 401) return 'signed-out'
  if (status === 409) return 'other-user'
  return status === 403 ? 'not-allowed' : 'unreachable'
}
