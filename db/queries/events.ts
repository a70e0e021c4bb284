import { and, desc, eq, inArray, lt, not, type SQL } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Instant } from '../../domain/calendar'
import { allow } from '../../domain/errors'
import { accountActions, type EventAction, type Json } from '../../domain/events'
import { canReadAccountEvents, canReadEventLog } from '../../domain/policy'
import { orm } from '../client'
import { sealedEvent } from '../inspection/sealed-events'
import { eventBodies, events, users } from '../schema'
import { userByName } from './identity'

export const eventsAPage = 50

export type EventFilter = { action?: EventAction | null; subject?: string | null; username?: string | null; before?: number | null }
export type EventRow = {
  seq: number
  at: Instant
  /** Null for the system. */
  actor: { name: string; username: string } | null
  action: string
  subject: string
  hash: string
  body: Json
  /** The words are gone, the hash stands. */
  erased: boolean
  /** It is of a round whose list is not open yet: that something happened, and nothing else. */
  sealed: boolean
}

/** Newest first; an administrator sees what happened to accounts and organisations, an auditor everything that is not sealed. */
export function listEvents(actor: Actor, filter: EventFilter): { rows: EventRow[]; next: number | null } {
  allow(canReadAccountEvents(actor))
  const sealed = sealedEvent()
  const rows = orm()
    .select({ event: events, name: users.name, username: users.username, body: eventBodies.body, sealed })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorId))
    .leftJoin(eventBodies, eq(eventBodies.seq, events.seq))
    .where(matching(actor, filter, sealed))
    .orderBy(desc(events.seq))
    .limit(eventsAPage + 1)
    .all()
  const shown = rows.slice(0, eventsAPage)
  return { rows: shown.map(toRow), next: rows.length > eventsAPage ? (shown.at(-1)?.event.seq ?? null) : null }
}

/** Whoever asks for an action, a subject or a person is shown only what is not sealed: a sealed row answers to no question. */
function matching(actor: Actor, { action, subject, username, before }: EventFilter, sealed: SQL): SQL | undefined {
  return and(
    action || subject || username ? not(sealed) : undefined,
    canReadEventLog(actor) ? undefined : inArray(events.action, accountActions),
    action ? eq(events.action, action) : undefined,
    subject ? eq(events.subject, subjectNamed(subject)) : undefined,
    username ? eq(events.actorId, userByName(orm(), username)?.id ?? -1) : undefined,
    before ? lt(events.seq, before) : undefined,
  )
}

/** A project's code alone is enough. */
const subjectNamed = (typed: string): string => (/^p\d{4,}$/i.test(typed.trim()) ? `project:${typed.trim().toUpperCase()}` : typed.trim())

type Found = {
  event: typeof events.$inferSelect
  name: string | null
  username: string | null
  body: string | null
  sealed: boolean | number
}

function toRow({ event, name, username, body, sealed }: Found): EventRow {
  const { seq, at, action, subject, hash, actorKind } = event
  if (sealed) return { seq, at, hash, actor: null, action: '', subject: '', body: null, erased: false, sealed: true }
  const actor = actorKind === 'system' ? null : { name: name ?? '?', username: username ?? '?' }
  return {
    seq,
    at,
    actor,
    action,
    subject,
    hash,
    body: body === null ? null : (JSON.parse(body) as Json),
    erased: body === null,
    sealed: false,
  }
}
