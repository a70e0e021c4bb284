import { and, asc, count, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Day } from '../../domain/calendar'
import { refuse } from '../../domain/errors'
import type { OcFacts, OcSetting } from '../../domain/oc4ids/facts'
import { worksAPage, worksAStep } from '../../domain/oc4ids/package'
import { house, orm, type Reader } from '../client'
import { ocFacts } from '../publications/oc4ids-facts'
import { events, publications } from '../schema'
import { settingsNow } from './settings'

/** For everybody, once the bureau has switched it on; before that there is nothing here. */
export function ocSetting(today: Day, origin: string): OcSetting {
  const { oc4ids, prefix, publisher } = settingsNow()
  if (!oc4ids) refuse('not-found')
  return { prefix, publisher, origin, today, demo: house().demo, changedAt: lastChange(orm()) }
}

/** The public works of a page, by id. OC4IDS knows no package without a work: a page that has none is not found. */
export function ocPage(page: number): { ids: number[]; total: number } {
  const db = orm()
  const total = db.select({ rows: count() }).from(publications).where(isOpen).get()?.rows ?? 0
  const ids = publicIds(db, { after: 0, skip: (page - 1) * worksAPage, most: worksAPage })
  if (ids.length === 0) refuse('not-found')
  return { ids, total }
}

/** The public works after an id, as many as a step takes; none at the end. */
export const ocNext = (after: number): number[] => publicIds(orm(), { after, skip: 0, most: worksAStep })

/** What may be said of some of them. */
export const ocWorks = (ids: readonly number[]): OcFacts[] => ocFacts(orm(), ids)

const isOpen = and(eq(publications.subject, 'project'), isNull(publications.endedAt))

const publicIds = (db: Reader, { after, skip, most }: { after: number; skip: number; most: number }): number[] =>
  db
    .select({ id: publications.subjectId })
    .from(publications)
    .where(and(isOpen, gt(publications.subjectId, after)))
    .orderBy(asc(publications.subjectId))
    .limit(most)
    .offset(skip)
    .all()
    .map(({ id }) => id)

/** Signing in and out changes nothing that is given out. */
const personal = /^(user|token|feed)\./
const farBack = 500

/** When a record changed last; after a long row of sign-ins, at most as long ago as they began. */
function lastChange(db: Reader): string {
  const rows = db.select({ at: events.at, action: events.action }).from(events).orderBy(desc(events.seq)).limit(farBack).all()
  return (rows.find(({ action }) => !personal.test(action)) ?? rows.at(-1))?.at ?? new Date(0).toISOString()
}
