import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, found, Refusal, refuse, refuseField } from '../../domain/errors'
import { canKeepYearList } from '../../domain/policy'
import type { ReviewStep } from '../../domain/review-workflow'
import { isLateList, type YearListInput, yearListIssues } from '../../domain/year-list'
import { currentList, freezeWorks, movedSince, sumInForce, type YearList } from '../annual/plans-in-force'
import type { Reader, Tx } from '../client'
import { recordEvent } from '../events'
import { decisionOn, submitter } from '../review'
import { yearLists } from '../schema'
import { write } from '../write'

const subjectOf = ({ year }: { year: number }) => `year:${year}`

/** The year's list from the plans in force, frozen as they stand; another person publishes it. Returns its id. */
export function submitYearList(ctx: Ctx, input: YearListInput): number {
  return write(ctx, 'submitYearList', input, (tx) => {
    allow(canKeepYearList(ctx.actor))
    const before = currentList(tx, input.year)
    const issues = yearListIssues(input, ctx.today, before)
    if (issues.length > 0) throw new Refusal('invalid', { issues })
    const waiting = waitingList(tx, input.year)
    if (waiting) refuse('one-waiting', {}, { id: waiting.id, submittedBy: waiting.submittedBy, submittedAt: waiting.submittedAt })
    const sum = sumInForce(tx, input.year)
    if (sum.works === 0) refuseField('year', 'list-empty', { year: input.year })
    const totals = { works: sum.works, plannedYuan: sum.yuan, plannedKnown: sum.known }
    const draft = { ...input, ...totals, revision: (before?.revision ?? 0) + 1 }
    const row = { ...draft, status: 'submitted' as const, submittedBy: submitter(ctx), submittedAt: ctx.at }
    const { id } = tx.insert(yearLists).values(row).returning({ id: yearLists.id }).get()
    freezeWorks(tx, { id, year: input.year })
    recordEvent(tx, ctx, { action: 'year-list.submitted', subject: subjectOf(input), body: { list: id, ...draft } })
    return id
  })
}

const waitingList = (db: Reader, year: number): YearList | undefined =>
  db
    .select()
    .from(yearLists)
    .where(and(eq(yearLists.year, year), eq(yearLists.status, 'submitted')))
    .get()

/** Published from now on; refused where a plan changed since it was drafted, so that nobody publishes what they have not seen. */
export function approveYearList(ctx: Ctx, id: number): void {
  write(ctx, 'approveYearList', { id }, (tx) => {
    const row = listToDecide(tx, ctx, id)
    const decision = decisionOn(ctx, row, 'approve', null)
    const moved = movedSince(tx, row)
    if (moved > 0) refuse('list-moved', {}, { moved })
    const before = currentList(tx, row.year)
    if (before) tx.update(yearLists).set({ current: false }).where(eq(yearLists.id, before.id)).run()
    tx.update(yearLists)
      .set({ ...decision, current: true })
      .where(eq(yearLists.id, id))
      .run()
    const { year, revision, documentNo, day, works, plannedYuan, plannedKnown } = row
    const body = { list: id, year, revision, documentNo, day, works, plannedYuan, plannedKnown, late: isLateList(row) }
    recordEvent(tx, ctx, { action: 'year-list.approved', subject: subjectOf(row), body })
  })
}

export function returnYearList(ctx: Ctx, id: number, reason: string): void {
  write(ctx, 'returnYearList', { id, reason }, (tx) => closeList(tx, ctx, id, 'return', reason))
}

export function withdrawYearList(ctx: Ctx, id: number): void {
  write(ctx, 'withdrawYearList', { id }, (tx) => closeList(tx, ctx, id, 'withdraw', null))
}

const closed = { return: 'year-list.returned', withdraw: 'year-list.withdrawn' } as const

function closeList(tx: Tx, ctx: Ctx, id: number, step: Exclude<ReviewStep, 'approve'>, reason: string | null): void {
  const row = listToDecide(tx, ctx, id)
  tx.update(yearLists)
    .set(decisionOn(ctx, row, step, reason))
    .where(eq(yearLists.id, id))
    .run()
  recordEvent(tx, ctx, {
    action: closed[step],
    subject: subjectOf(row),
    body: { list: id, year: row.year, revision: row.revision, reason },
  })
}

function listToDecide(tx: Tx, ctx: Ctx, id: number): YearList {
  allow(canKeepYearList(ctx.actor))
  return found(tx.select().from(yearLists).where(eq(yearLists.id, id)).get())
}
