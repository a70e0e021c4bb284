import { and, eq, inArray } from 'drizzle-orm'
import type { Month } from '../../domain/calendar'
import type { Reader } from '../client'
import { dispatches } from '../schema'

/** Whether a dispatch of the month is on its way. */
export function openDispatch(db: Reader, period: Month): boolean {
  const open = and(eq(dispatches.period, period), inArray(dispatches.state, ['drafted', 'proposed']))
  return db.select({ id: dispatches.id }).from(dispatches).where(open).get() !== undefined
}
