import { and, asc, count, desc, eq, inArray, isNull, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { UserActor } from '../../domain/actor'
import type { BulletinState } from '../../domain/bulletin-workflow'
import type { Month } from '../../domain/calendar'
import { dispatchesAPage } from '../../domain/dispatch-input'
import { allow } from '../../domain/errors'
import { canDraftDispatch, canReadDispatch } from '../../domain/policy'
import { orm } from '../client'
import { dispatches, documents, lockReopenings, locks } from '../schema'

export type DispatchItem = {
  id: number
  period: Month
  revision: number
  state: BulletinState
  title: string
  number: string | null
  day: string | null
}

/** The latest month first. The bureau finds drafts too. */
export function dispatchList(actor: UserActor, page: number): { rows: DispatchItem[]; total: number } {
  allow(canReadDispatch(actor, { issued: true }))
  const visible = canReadDispatch(actor, { issued: false }) ? undefined : eq(dispatches.state, 'issued')
  const { id, period, state, title } = dispatches
  const rows = orm()
    .select({ id, period, state, title, revision: locks.revision, number: documents.number, day: documents.day })
    .from(dispatches)
    .innerJoin(locks, eq(locks.id, dispatches.lockId))
    .leftJoin(documents, eq(documents.id, dispatches.documentId))
    .where(visible)
    .orderBy(desc(period), desc(id))
    .limit(dispatchesAPage)
    .offset((page - 1) * dispatchesAPage)
    .all()
  return { rows, total: orm().select({ rows: count() }).from(dispatches).where(visible).get()?.rows ?? 0 }
}

export type MonthToReport = { period: Month; revision: number; issued: boolean }
const mostMonths = 6
const later = alias(locks, 'later')

/** Months whose published lock has no dispatch yet, and on whose dispatch nobody works; `issued` = one was issued of an earlier revision. */
export function monthsToReport(actor: UserActor): MonthToReport[] {
  allow(canDraftDispatch(actor))
  const { id, period, revision } = locks
  const ofMonth = orm().select({ one: dispatches.id }).from(dispatches)
  const laterLock = and(eq(later.period, period), eq(later.state, 'confirmed'), sql`${later.revision} > ${revision}`)
  const reopened = and(eq(lockReopenings.lockId, id), eq(lockReopenings.status, 'approved'))
  return orm()
    .select({
      ...{ period, revision },
      issued: sql<number>`exists (select 1 from ${dispatches} where ${dispatches.period} = ${period})`.mapWith(Boolean),
    })
    .from(locks)
    .where(
      and(
        ...[eq(locks.kind, 'month'), eq(locks.state, 'confirmed')],
        notExists(orm().select({ one: later.id }).from(later).where(laterLock)),
        notExists(orm().select({ one: lockReopenings.id }).from(lockReopenings).where(reopened)),
        notExists(ofMonth.where(and(eq(dispatches.period, period), inArray(dispatches.state, ['drafted', 'proposed'])))),
        notExists(orm().select({ one: dispatches.id }).from(dispatches).where(eq(dispatches.lockId, id))),
      ),
    )
    .orderBy(desc(period))
    .limit(mostMonths)
    .all()
}

/** Proposed ones that wait for somebody who did not write in them. */
export function dispatchesToIssue(actor: UserActor): { id: number; title: string }[] {
  allow(canDraftDispatch(actor))
  const wrote = sql`exists (select 1 from json_each(${dispatches.editors}) where value = ${actor.id})`
  return orm()
    .select({ id: dispatches.id, title: dispatches.title })
    .from(dispatches)
    .where(and(eq(dispatches.state, 'proposed'), isNull(dispatches.documentId), sql`not ${wrote}`))
    .orderBy(asc(dispatches.id))
    .limit(50)
    .all()
}
