import { desc, isNull } from 'drizzle-orm'
import { yearOf } from '../../domain/calendar'
import { found } from '../../domain/errors'
import type { Period } from '../../domain/indicator-standing'
import type { Reader } from '../client'
import { planPeriods } from '../schema'

/** The period of the plan that is loaded; those opened ahead of their plan are none of it. */
export function plannedPeriod(db: Reader) {
  const planned = isNull(planPeriods.openedBy)
  const { id, name, fromDay, toDay } = found(db.select().from(planPeriods).where(planned).orderBy(desc(planPeriods.fromDay)).limit(1).get())
  return { id, name, from: fromDay, to: toDay }
}

/** The year the plan starts from and the one it ends with. */
export function planYears(db: Reader): Period {
  const { from, to } = plannedPeriod(db)
  return { base: yearOf(from) - 1, end: yearOf(to) }
}

export function yearsOf({ base, end }: Period): number[] {
  return Array.from({ length: end - base }, (_, at) => base + 1 + at)
}
