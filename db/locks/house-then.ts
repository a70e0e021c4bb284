import { asc, eq } from 'drizzle-orm'
import type { Moment } from '../../domain/as-of'
import type { Day, Instant } from '../../domain/calendar'
import type { LockSpan } from '../../domain/lock'
import type { Reader } from '../client'
import { organisationNames, organisations, users } from '../schema'
import { rewoundHouse } from './known-rows'
import { keptSince } from './moment'

/** What belongs to no single work, as it stood at a moment: read once for many works. */
export type HouseThen = {
  /** Since when every change is kept. */
  since: Instant
  /** A unit's name on the day the period stands on. */
  unitName: (organisationId: number | null) => string | null
  /** When a unit first had somebody who could report. */
  accountAt: (organisationId: number | null) => Instant | null
}

export function houseThen(db: Reader, moment: Moment, { standsOn }: Pick<LockSpan, 'standsOn'>): HouseThen {
  const names = namesOn(db, moment, standsOn)
  const accounts = firstAccounts(db, moment)
  return {
    since: keptSince(db),
    unitName: (id) => (id === null ? null : (names.get(id) ?? null)),
    accountAt: (id) => (id === null ? null : (accounts.get(id) ?? null)),
  }
}

/** The name in force that day; a unit without dated names has the one it is called by. */
function namesOn(db: Reader, moment: Moment, day: Day): Map<number, string> {
  const units = db.select({ id: organisations.id, name: organisations.name }).from(organisations).all()
  const names = new Map(rewoundHouse(db, 'unit', units, ({ id }) => String(id), moment).map(({ id, name }) => [id, name]))
  const { id, organisationId, name, fromDay, toDay } = organisationNames
  const dated = db.select({ id, organisationId, name, fromDay, toDay }).from(organisationNames).orderBy(asc(id)).all()
  for (const row of rewoundHouse(db, 'unit-name', dated, (one) => String(one.id), moment))
    if (row.fromDay <= day && (row.toDay === null || row.toDay > day)) names.set(row.organisationId, row.name)
  return names
}

function firstAccounts(db: Reader, moment: Moment): Map<number, Instant> {
  const { id, role, organisationId, createdAt } = users
  const rows = db.select({ id, role, organisationId, createdAt }).from(users).where(eq(role, 'owner')).all()
  const first = new Map<number, Instant>()
  for (const row of rewoundHouse(db, 'account', rows, (one) => String(one.id), moment)) {
    const known = first.get(row.organisationId)
    if (row.role === 'owner' && (known === undefined || row.createdAt < known)) first.set(row.organisationId, row.createdAt)
  }
  return first
}
