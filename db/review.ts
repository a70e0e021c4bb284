import { eq } from 'drizzle-orm'
import { actorId, type Ctx, isSelf } from '../domain/actor'
import { allow, Refusal, refuse } from '../domain/errors'
import { canReview, canWithdraw } from '../domain/policy'
import { nextStatus, type ReviewStatus, type ReviewStep } from '../domain/review-workflow'
import { orm } from './client'
import { users } from './schema'

type Reviewable = { submittedBy: number; status: ReviewStatus; decidedBy: number | null; decidedAt: string | null }

/** The decision on a submitted row, once the policy and the workflow agree: the columns to set. */
export function decisionOn(ctx: Ctx, row: Reviewable, step: ReviewStep, reason: string | null) {
  if (step === 'withdraw') allow(canWithdraw(ctx.actor, row))
  else allowReview(ctx, row)
  return { status: nextStep(row, step), decidedBy: actorId(ctx.actor), decidedAt: ctx.at, decisionReason: reason }
}

/** Two people at once: the second is told by name who was first, and what they decided. */
function nextStep(row: Reviewable, step: ReviewStep): ReviewStatus {
  try {
    return nextStatus(row, step)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || row.decidedBy === null) throw refusal
    const { code, params } = refusal
    throw new Refusal(code, { params, current: { status: row.status, decidedAt: row.decidedAt, by: nameOf(row.decidedBy) } })
  }
}

const nameOf = (id: number): string | null => orm().select({ name: users.name }).from(users).where(eq(users.id, id)).get()?.name ?? null

/** Four eyes: the one who submitted is told why; everybody else without the permission is refused. */
export function allowReview(ctx: Ctx, row: { submittedBy: number }): void {
  if (isSelf(ctx.actor, row.submittedBy)) refuse('not-self')
  allow(canReview(ctx.actor, row))
}

/** The person behind a submission; the system submits nothing that is reviewed. */
export function submitter(ctx: Ctx): number {
  return actorId(ctx.actor) ?? refuse('forbidden')
}
