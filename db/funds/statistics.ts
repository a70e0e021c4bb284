import { and, eq } from 'drizzle-orm'
import type { Month } from '../../domain/calendar'
import type { Reader } from '../client'
import { updates } from '../schema'

/** 调度口径: this year's approved investment of a work at a month's end; null where that month has no approved figure. */
export function dispatchAt(db: Reader, projectId: number, month: Month): number | null {
  const approved = and(eq(updates.projectId, projectId), eq(updates.kind, 'monthly'), eq(updates.period, month), eq(updates.current, true))
  return db.select({ yuan: updates.yearToDateYuan }).from(updates).where(approved).get()?.yuan ?? null
}
