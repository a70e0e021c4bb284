import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, found, type Issue, Refusal, refuse, refuseField, sameVersion } from '../../domain/errors'
import type { BaselineChange, MilestoneDates, ProposedDate } from '../../domain/milestone-input'
import { canListProjects, canProposeMilestoneDate } from '../../domain/policy'
import type { Reader, Tx } from '../client'
import { recordEvent } from '../events'
import { readableWorkById } from '../queries/readable-work'
import type { Work } from '../queries/work'
import { submitter } from '../review'
import { milestoneDates, milestones } from '../schema'
import { refreshProject } from '../summaries'
import { notWithdrawn } from '../work-change'
import { write } from '../write'

type Milestone = typeof milestones.$inferSelect

/** First dates, many at once: all of them wait for approval, or none. Returns their ids. */
export function proposeMilestoneDates(ctx: Ctx, input: MilestoneDates): number[] {
  return write(ctx, 'proposeMilestoneDates', input, (tx) => {
    const proposed = input.dates.map((date) => ({ date, ...milestoneToDate(tx, ctx, date) }))
    const twice = (id: number, at: number) => input.dates.some((date) => date.milestoneId === id && date.at < at)
    const issues = proposed.flatMap(({ date, milestone }) => firstDateIssue(tx, date, milestone, twice(milestone.id, date.at)) ?? [])
    if (issues.length > 0) throw new Refusal('invalid', { issues })
    const ids = proposed.map(({ date, milestone, work }) =>
      insertDate(tx, ctx, { work, milestone, kind: 'first', plannedOn: date.plannedOn, reason: null }),
    )
    for (const id of new Set(proposed.map(({ work }) => work.id))) refreshProject(tx, ctx.today, id)
    return ids
  })
}

function firstDateIssue(tx: Tx, { at }: ProposedDate, milestone: Milestone, twice: boolean): Issue | null {
  const field = `dates.${at}.plannedOn`
  if (milestone.originalOn !== null) return { field, code: 'already-dated' }
  return twice || waitingDate(tx, milestone.id) ? { field, code: 'one-waiting' } : null
}

/** The baseline moves only by request, with a reason. Returns the request's id. */
export function requestBaselineChange(ctx: Ctx, input: BaselineChange): number {
  return write(ctx, 'requestBaselineChange', input, (tx) => {
    const { work, milestone } = milestoneToDate(tx, ctx, input)
    if (milestone.baselineOn === null) refuse('not-dated')
    if (milestone.metOn !== null) refuse('already-met')
    if (milestone.baselineOn === input.plannedOn) refuseField('plannedOn', 'same-day')
    const waiting = waitingDate(tx, milestone.id)
    if (waiting) refuse('one-waiting', {}, { id: waiting.id, submittedBy: waiting.submittedBy, submittedAt: waiting.submittedAt })
    const { plannedOn, reason } = input
    const id = insertDate(tx, ctx, { work, milestone, kind: 'change', plannedOn, reason })
    refreshProject(tx, ctx.today, work.id)
    return id
  })
}

function milestoneToDate(tx: Tx, ctx: Ctx, { milestoneId, version }: { milestoneId: number; version: number }) {
  allow(canListProjects(ctx.actor))
  const milestone = found(tx.select().from(milestones).where(eq(milestones.id, milestoneId)).get())
  const work = readableWorkById(tx, ctx.actor, milestone.projectId)
  allow(canProposeMilestoneDate(ctx.actor, work))
  notWithdrawn(work)
  sameVersion(milestone, version)
  return { milestone, work }
}

function waitingDate(db: Reader, milestoneId: number) {
  const waiting = and(eq(milestoneDates.milestoneId, milestoneId), eq(milestoneDates.status, 'submitted'))
  return db.select().from(milestoneDates).where(waiting).get()
}

type NewDate = { work: Work; milestone: Milestone; kind: 'first' | 'change'; plannedOn: string; reason: string | null }

function insertDate(tx: Tx, ctx: Ctx, { work, milestone, kind, plannedOn, reason }: NewDate): number {
  const facts = { milestoneId: milestone.id, kind, plannedOn, previousOn: milestone.baselineOn, reason }
  const row = { ...facts, status: 'submitted' as const, submittedBy: submitter(ctx), submittedAt: ctx.at }
  const { id } = tx.insert(milestoneDates).values(row).returning({ id: milestoneDates.id }).get()
  const body = { milestoneDate: id, milestone: milestone.name, kind, before: milestone.baselineOn, after: plannedOn, reason }
  recordEvent(tx, ctx, { action: 'milestone-date.submitted', subject: `project:${work.code}`, body })
  return id
}
