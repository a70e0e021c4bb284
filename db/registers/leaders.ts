import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { refuseField } from '../../domain/errors'
import type { Reader, Tx } from '../client'
import { assignments } from '../schema'

export type LeaderInForce = { person: string; fromDay: Day }

const inForce = (projectId: number) => and(eq(assignments.projectId, projectId), eq(assignments.kind, 'leader'), isNull(assignments.toDay))

/** The leader who answers for a work now. */
export function leaderInForce(db: Reader, projectId: number): LeaderInForce | null {
  const row = db.select().from(assignments).where(inForce(projectId)).get()
  return row?.person ? { person: row.person, fromDay: row.fromDay } : null
}

/** From a day on; the one before ends where this one begins. Nobody named ends it. False when that person is in force already. */
export function putLeader(tx: Tx, ctx: Ctx, projectId: number, { person, fromDay }: { person: string | null; fromDay: Day }): boolean {
  const before = leaderInForce(tx, projectId)
  if ((before?.person ?? null) === person) return false
  if (fromDay > ctx.today) refuseField('fromDay', 'in-the-future')
  if (before && fromDay < before.fromDay) refuseField('fromDay', 'before-previous', { day: before.fromDay })
  tx.update(assignments).set({ toDay: fromDay }).where(inForce(projectId)).run()
  if (person !== null) tx.insert(assignments).values({ projectId, kind: 'leader', person, fromDay }).run()
  return true
}
