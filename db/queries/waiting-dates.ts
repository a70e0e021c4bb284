import { and, asc, count, eq } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import type { ListFilter } from '../../domain/list-params'
import { canReadReviewQueue, canReview } from '../../domain/policy'
import { orm } from '../client'
import { milestoneDates, milestones, projectList } from '../schema'
import { type Person, peopleOf } from './people'
import { listCondition } from './project-filter'

/** A date that waits; `mayDecide` false for one's own. */
export type WaitingDate = {
  id: number
  kind: 'first' | 'change'
  plannedOn: string
  previousOn: string | null
  originalOn: string | null
  reason: string | null
  submittedAt: string
  milestone: string
  code: string
  work: string
  by: Person | null
  mayDecide: boolean
}

export const datesAPage = 50

/** Proposed dates and requested changes of all works, work by work. */
export function waitingDates(
  actor: UserActor,
  { page, filter }: { page: number; filter: ListFilter },
): { rows: WaitingDate[]; total: number } {
  allow(canReadReviewQueue(actor))
  const condition = and(eq(milestoneDates.status, 'submitted'), listCondition(actor, filter))
  const found = joined()
    .where(condition)
    .orderBy(asc(projectList.code), asc(milestones.position), asc(milestoneDates.id))
    .limit(datesAPage)
    .offset((page - 1) * datesAPage)
    .all()
  const people = peopleOf(
    orm(),
    found.map(({ date }) => date.submittedBy),
  )
  const rows = found.map(({ date, milestone, originalOn, code, work }): WaitingDate => {
    const { id, kind, plannedOn, previousOn, reason, submittedAt, submittedBy } = date
    const by = people.get(submittedBy) ?? null
    const mayDecide = canReview(actor, date)
    return { id, kind, plannedOn, previousOn, originalOn, reason, submittedAt, milestone, code, work, by, mayDecide }
  })
  return { rows, total: totalOf(condition) }
}

const columns = {
  date: milestoneDates,
  milestone: milestones.name,
  originalOn: milestones.originalOn,
  code: projectList.code,
  work: projectList.name,
}

const joined = () =>
  orm()
    .select(columns)
    .from(milestoneDates)
    .innerJoin(milestones, eq(milestones.id, milestoneDates.milestoneId))
    .innerJoin(projectList, eq(projectList.projectId, milestones.projectId))

function totalOf(condition: ReturnType<typeof and>): number {
  const rows = orm()
    .select({ rows: count() })
    .from(milestoneDates)
    .innerJoin(milestones, eq(milestones.id, milestoneDates.milestoneId))
    .innerJoin(projectList, eq(projectList.projectId, milestones.projectId))
    .where(condition)
  return rows.get()?.rows ?? 0
}
