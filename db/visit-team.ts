import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Reader } from './client'
import { annualPlans, factSheets, milestoneDates, milestones, roundMembers, updates } from './schema'

/** Who has an account in the round's team, and which groups one of them is in. */
export type Team = { memberIds: number[]; groupIds: number[] }

export function teamFor(db: Reader, roundId: number, userId: number | null): Team {
  const rows = db
    .select({ userId: roundMembers.userId, groupId: roundMembers.groupId })
    .from(roundMembers)
    .where(and(eq(roundMembers.roundId, roundId), isNotNull(roundMembers.userId)))
    .all()
  const own = rows.filter((row) => row.userId === userId).map(({ groupId }) => groupId)
  return {
    memberIds: [...new Set(rows.map((row) => row.userId))].filter((id) => id !== null),
    groupIds: own.filter((id) => id !== null),
  }
}

/** Whoever is in no group goes anywhere, and anybody goes where no group is sent. */
export const isAssigned = ({ groupIds }: Team, groupId: number | null): boolean =>
  groupIds.length === 0 || groupId === null || groupIds.includes(groupId)

/** Of these works, those of which a person has decided something that was submitted. */
export function reviewedBy(db: Reader, userId: number | null, projectIds: readonly number[]): ReadonlySet<number> {
  if (userId === null || projectIds.length === 0) return new Set()
  const decided = [updates, factSheets, annualPlans].flatMap((table) =>
    db
      .select({ id: table.projectId })
      .from(table)
      .where(and(inArray(table.projectId, [...projectIds]), eq(table.decidedBy, userId), inArray(table.status, ['approved', 'returned'])))
      .all(),
  )
  const dated = db
    .select({ id: milestones.projectId })
    .from(milestoneDates)
    .innerJoin(milestones, eq(milestones.id, milestoneDates.milestoneId))
    .where(
      and(
        inArray(milestones.projectId, [...projectIds]),
        eq(milestoneDates.decidedBy, userId),
        inArray(milestoneDates.status, ['approved', 'returned']),
      ),
    )
    .all()
  return new Set([...decided, ...dated].map(({ id }) => id))
}
