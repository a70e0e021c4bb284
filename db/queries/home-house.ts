import { and, asc, count, desc, eq, isNull, type SQL } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canManageUsers, canReadEventLog } from '../../domain/policy'
import { orm } from '../client'
import { events, organisations, users } from '../schema'
import { type EventRow, listEvents } from './events'

export type AccountGroup = { count: number; rows: { id: number; name: string; username: string; organisation: string }[] }
export type AccountsState = { all: number; neverSignedIn: AccountGroup; mustChange: AccountGroup; inactive: AccountGroup }

const shown = 8

/** Accounts an administrator should look at: nobody has come in yet, the first password still stands, or it is closed. */
export function accountsState(actor: Actor): AccountsState {
  allow(canManageUsers(actor))
  const active = eq(users.active, true)
  return {
    all: orm().select({ rows: count() }).from(users).get()?.rows ?? 0,
    neverSignedIn: groupOf(and(active, isNull(users.lastSignInAt))),
    mustChange: groupOf(and(active, eq(users.mustChangePassword, true))),
    inactive: groupOf(eq(users.active, false)),
  }
}

function groupOf(where: SQL | undefined): AccountGroup {
  const rows = orm()
    .select({ id: users.id, name: users.name, username: users.username, organisation: organisations.name })
    .from(users)
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(where)
    .orderBy(asc(users.id))
    .limit(shown)
    .all()
  return { rows, count: orm().select({ rows: count() }).from(users).where(where).get()?.rows ?? 0 }
}

export type LogState = { head: { seq: number; at: string; hash: string } | null; last: EventRow[] }

/** The head of the event chain and what was recorded last. */
export function logState(actor: Actor): LogState {
  allow(canReadEventLog(actor))
  const head = orm().select({ seq: events.seq, at: events.at, hash: events.hash }).from(events).orderBy(desc(events.seq)).limit(1).get()
  return { head: head ?? null, last: listEvents(actor, {}).rows.slice(0, 12) }
}
