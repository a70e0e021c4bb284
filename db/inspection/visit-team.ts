import { and, eq, inArray, isNotNull, or } from 'drizzle-orm'
import type { Reader } from '../client'
import { annualPlans, factSheets, milestoneDates, milestones, roundMembers, updates } from '../schema'

type Reviewed = typeof updates | typeof factSheets | typeof annualPlans | typeof milestoneDates

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

/** Of these works, those of which a person has decided something that was submitted, or entered it on a unit's behalf. */
export function reviewedBy(db: Reader, userId: number | null, projectIds: readonly number[]): ReadonlySet<number> {
  if (userId === null || projectIds.length === 0) return new Set()
  const ids = [...projectIds]
  const spoken = [updates, factSheets, annualPlans].flatMap((table) =>
    db
      .select({ id: table.projectId })
      .from(table)
      .where(and(inArray(table.projectId, ids), spokenBy(table, userId)))
      .all(),
  )
  const dated = db
    .select({ id: milestones.projectId })
    .from(milestoneDates)
    .innerJoin(milestones, eq(milestones.id, milestoneDates.milestoneId))
    .where(and(inArray(milestones.projectId, ids), spokenBy(milestoneDates, userId)))
    .all()
  return new Set([...spoken, ...dated].map(({ id }) => id))
}

/** Whoever takes back what they submitted has decided nothing. */
const spokenBy = (table: Reviewed, userId: number) =>
  or(and(eq(table.decidedBy, userId), inArray(table.status, ['approved', 'returned'])), eq(table.submittedBy, userId))
