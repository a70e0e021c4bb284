import { and, eq, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Day } from '../../domain/calendar'
import type { ConditionShow } from '../../domain/condition-params'
import { conditions } from '../schema'

/** The last day of the level it stands at; at the third level the next deciding meeting after it came there. Null while nobody is asked. */
export const clockDueOn = sql<Day | null>`case when conditions.state <> 'open' then null when conditions.level < 3 then conditions.level_due_on
  else (select min(m.held_on) from meetings m where m.kind in ('county', 'joint') and m.held_on > conditions.level_since) end`

/** Whoever was asked last has let the time pass. */
export const isOverdue = (today: Day): SQL | undefined => and(eq(conditions.state, 'open'), lt(conditions.unitDueOn, today))

export function conditionShown(show: ConditionShow, today: Day): SQL | undefined {
  if (show === 'closed') return isNotNull(conditions.closedOn)
  if (show === 'overdue') return isOverdue(today)
  return show === 'answered' ? eq(conditions.state, 'answered') : isNull(conditions.closedOn)
}
