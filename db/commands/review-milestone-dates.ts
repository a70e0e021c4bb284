import { eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, found } from '../../domain/errors'
import { canListProjects } from '../../domain/policy'
import type { ReviewStep } from '../../domain/review-workflow'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { readableWorkById } from '../queries/readable-work'
import type { Work } from '../queries/work'
import { decisionOn } from '../review'
import { milestoneDates, milestones } from '../schema'
import { refreshProject } from '../summaries'
import { write } from '../write'

type DateRow = typeof milestoneDates.$inferSelect
type Milestone = typeof milestones.$inferSelect

/** One or many: if one of them cannot be approved, none is. */
export function approveMilestoneDates(ctx: Ctx, ids: readonly number[]): void {
  write(ctx, 'approveMilestoneDates', { ids }, (tx) => {
    const touched = [...new Set(ids)].map((id) => {
      const { row, milestone, work } = decide(tx, ctx, id, 'approve', null)
      applyDate(tx, row, milestone)
      return work.id
    })
    for (const id of new Set(touched)) refreshProject(tx, ctx.today, id)
  })
}

/** The first date is the original baseline for good; a change moves the current one only. */
function applyDate(tx: Tx, { kind, plannedOn }: DateRow, milestone: Milestone): void {
  const moved = kind === 'first' ? { originalOn: plannedOn, baselineOn: plannedOn } : { baselineOn: plannedOn }
  tx.update(milestones)
    .set({ ...moved, version: milestone.version + 1 })
    .where(eq(milestones.id, milestone.id))
    .run()
}

export function returnMilestoneDate(ctx: Ctx, id: number, reason: string): void {
  write(ctx, 'returnMilestoneDate', { id, reason }, (tx) => {
    const { work } = decide(tx, ctx, id, 'return', reason)
    refreshProject(tx, ctx.today, work.id)
  })
}

export function withdrawMilestoneDate(ctx: Ctx, id: number): void {
  write(ctx, 'withdrawMilestoneDate', { id }, (tx) => {
    const { work } = decide(tx, ctx, id, 'withdraw', null)
    refreshProject(tx, ctx.today, work.id)
  })
}

const decided = { approve: 'milestone-date.approved', return: 'milestone-date.returned', withdraw: 'milestone-date.withdrawn' } as const

type Decided = { row: DateRow; milestone: Milestone; work: Work }

function decide(tx: Tx, ctx: Ctx, id: number, step: ReviewStep, reason: string | null): Decided {
  allow(canListProjects(ctx.actor))
  const row = found(tx.select().from(milestoneDates).where(eq(milestoneDates.id, id)).get())
  const milestone = found(tx.select().from(milestones).where(eq(milestones.id, row.milestoneId)).get())
  const work = readableWorkById(tx, ctx.actor, milestone.projectId)
  tx.update(milestoneDates)
    .set(decisionOn(ctx, row, step, reason))
    .where(eq(milestoneDates.id, id))
    .run()
  const body = { milestoneDate: id, milestone: milestone.name, kind: row.kind, before: milestone.baselineOn, after: row.plannedOn, reason }
  recordEvent(tx, ctx, { action: decided[step], subject: `project:${work.code}`, body })
  return { row, milestone, work }
}
