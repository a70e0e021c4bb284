import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Day, Month } from '../../domain/calendar'
import { type DispatchFacts, type FrozenDispatch, headlineOf, type ListedPart, type LockedPart } from '../../domain/dispatch'
import { lockedPart } from '../../domain/dispatch-facts'
import { found, refuse } from '../../domain/errors'
import { canonicalJson, type Json } from '../../domain/events'
import { lateStates } from '../../domain/late-list'
import type { Reader } from '../client'
import { groupNames } from '../inspection/bulletin-facts'
import { isReopened, publishedLock } from '../locks/lookup'
import type { LockRow } from '../locks/row'
import { dispatches, documents, lockTotals, lockWorks } from '../schema'
import { askedNow } from './asked'
import { worksThen } from './works-then'

/** The published lock of a month; one that may be locked anew is none to report from. */
export function lockToReport(db: Reader, period: Month): LockRow {
  const lock = publishedLock(db, 'month', period)
  if (!lock || isReopened(db, lock.id)) refuse('month-not-locked', { period })
  return lock
}

/** What a lock says. It never changes, so it is read outside the transaction that keeps it. */
export function lockedFacts(db: Reader, lock: LockRow): LockedPart {
  const { id, period, revision, digest, at, eventSeq, judgedOn, ruleVersion } = lock
  const all = and(eq(lockTotals.lockId, id), eq(lockTotals.dimension, 'all'))
  const whole = found(db.select().from(lockTotals).where(all).get())
  return lockedPart({
    lock: { id, period, revision, digest, at, eventSeq, judgedOn, ruleVersion },
    works: worksThen(db, lock),
    names: groupNames(db),
    flow: { yuan: whole.flowYuan, known: whole.flowKnown, unknown: whole.works - whole.flowKnown },
    reports: whole.reports,
    late: lateRows(db, id),
    red: redRows(db, id),
  })
}

const lateRows = (db: Reader, lockId: number) =>
  db
    .select({ code: lockWorks.code, state: lockWorks.reportState })
    .from(lockWorks)
    .where(and(eq(lockWorks.lockId, lockId), inArray(lockWorks.reportState, [...lateStates])))
    .orderBy(asc(lockWorks.code))
    .all()

const redRows = (db: Reader, lockId: number) =>
  db
    .select({ code: lockWorks.code, lights: lockWorks.lights })
    .from(lockWorks)
    .where(and(eq(lockWorks.lockId, lockId), eq(lockWorks.lightLevel, 'red')))
    .orderBy(asc(lockWorks.code))
    .all()

/** What does change: the open list, and which dispatch of the month was issued last. */
export function listedFacts(db: Reader, period: Month, day: Day): ListedPart {
  return { day, ...askedNow(db), replaces: lastIssued(db, period) }
}

function lastIssued(db: Reader, period: Month): ListedPart['replaces'] {
  const row = db
    .select({ document: documents })
    .from(dispatches)
    .innerJoin(documents, eq(documents.id, dispatches.documentId))
    .where(and(eq(dispatches.period, period), eq(dispatches.state, 'issued')))
    .orderBy(desc(dispatches.id))
    .limit(1)
    .get()
  if (!row) return null
  const { id: documentId, number, title, day, sha256, frozen } = row.document
  const { facts } = frozen as FrozenDispatch
  return { documentId, number, title, day, sha256: found(sha256), revision: facts.lock.revision, before: headlineOf(facts.progress) }
}

/** The same figures and the same list, whenever they were taken. */
export function saysTheSame(a: DispatchFacts, b: DispatchFacts): boolean {
  const [before, now] = [a, b].map(({ day: _day, ...facts }) => canonicalJson(facts as unknown as Json))
  return before === now
}
