import { and, eq } from 'drizzle-orm'
import type { Reader } from '../client'
import { roundMembers, users } from '../schema'

type Site = { roundId: number; groupId: number | null }

/**
 * Accounts of the 组长 of the group that goes to a site, or of the 组长 over all groups where it has none: supervisors who can still sign in;
 * somebody of another role signs nothing.
 */
export function leaderIds(db: Reader, { roundId, groupId }: Site): number[] {
  const leaders = db
    .select({ id: users.id, groupId: roundMembers.groupId })
    .from(roundMembers)
    .innerJoin(users, eq(users.id, roundMembers.userId))
    .where(and(eq(roundMembers.roundId, roundId), eq(roundMembers.duty, 'leader'), eq(users.active, true), eq(users.role, 'supervisor')))
    .all()
  const ofGroup = leaders.filter((leader) => leader.groupId === groupId)
  const signing = ofGroup.length > 0 ? ofGroup : leaders.filter((leader) => leader.groupId === null)
  return signing.map(({ id }) => id)
}
