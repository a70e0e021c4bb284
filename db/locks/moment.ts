import { desc, eq, lte, max, sql } from 'drizzle-orm'
import type { Moment } from '../../domain/as-of'
import type { Day, Instant } from '../../domain/calendar'
import type { Reader } from '../client'
import { chainHead } from '../events'
import { prepared } from '../prepared'
import { events, factPasts, updates } from '../schema'

const lastPast = (db: Reader) =>
  db
    .select({ id: max(factPasts.id) })
    .from(factPasts)
    .prepare()
const lastUpdate = (db: Reader) =>
  db
    .select({ id: max(updates.id) })
    .from(updates)
    .prepare()

/** Now, exactly: what is written after this, even within the same millisecond, is not in it. */
export function momentNow(db: Reader, at: Instant): Moment & { seq: number } {
  return {
    at,
    past: prepared(db, lastPast).get()?.id ?? 0,
    update: prepared(db, lastUpdate).get()?.id ?? 0,
    seq: chainHead(db).seq,
  }
}

const pastUntil = (db: Reader) =>
  db
    .select({ id: factPasts.id })
    .from(factPasts)
    .where(lte(factPasts.at, sql.placeholder('at')))
    .orderBy(desc(factPasts.at), desc(factPasts.id))
    .limit(1)
    .prepare()

/** The end of a Shanghai day. */
export function momentOn(db: Reader, day: Day): Moment & { seq: number } {
  const at = `${day}T15:59:59.999Z`
  return { at, past: prepared(db, pastUntil).get({ at })?.id ?? 0, update: null, seq: seqUntil(db, at) }
}

const eventAt = (db: Reader) =>
  db
    .select({ at: events.at })
    .from(events)
    .where(eq(events.seq, sql.placeholder('seq')))
    .prepare()

/** Events are in the order of their instants: halved until the last one by then is found. */
function seqUntil(db: Reader, at: Instant): number {
  let [low, high] = [0, chainHead(db).seq]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((prepared(db, eventAt).get({ seq: middle })?.at ?? '') <= at) low = middle
    else high = middle - 1
  }
  return low
}

const beginning = (db: Reader) =>
  db.select({ at: factPasts.at }).from(factPasts).where(eq(factPasts.subject, 'beginning')).orderBy(factPasts.id).limit(1).prepare()

/** Since when every change is kept; for earlier moments decisions tell, names and units are those of that day. */
export const keptSince = (db: Reader): Instant => prepared(db, beginning).get()?.at ?? ''
