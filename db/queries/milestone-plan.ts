import { asc, desc, eq, inArray } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canProposeMilestoneDate } from '../../domain/policy'
import { orm } from '../client'
import { milestoneDates, milestones } from '../schema'
import { type People, peopleOf } from './people'
import { readableWork } from './readable-work'
import type { Work } from './work'

export type DateRow = typeof milestoneDates.$inferSelect
/** `dates` = every proposal and request, the latest first. */
export type PlannedMilestone = typeof milestones.$inferSelect & { dates: DateRow[]; waiting: DateRow | null }
export type MilestonePlan = { work: Work; milestones: PlannedMilestone[]; people: People }

/** The milestones of a work for those who propose their dates: its unit and the bureau. */
export function milestonePlan(actor: UserActor, code: string): MilestonePlan {
  const db = orm()
  const work = readableWork(db, actor, code)
  allow(canProposeMilestoneDate(actor, work))
  const rows = db.select().from(milestones).where(eq(milestones.projectId, work.id)).orderBy(asc(milestones.position)).all()
  const ids = rows.map((row) => row.id)
  const dates = db.select().from(milestoneDates).where(inArray(milestoneDates.milestoneId, ids)).orderBy(desc(milestoneDates.id)).all()
  const planned = rows.map((row): PlannedMilestone => {
    const own = dates.filter((date) => date.milestoneId === row.id)
    return { ...row, dates: own, waiting: own.find((date) => date.status === 'submitted') ?? null }
  })
  return {
    work,
    milestones: planned,
    people: peopleOf(
      db,
      dates.flatMap((date) => [date.submittedBy, date.decidedBy]),
    ),
  }
}
