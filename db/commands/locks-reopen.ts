import { eq } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { allow, found, refuse } from '../../domain/errors'
import type { ReopeningRequest } from '../../domain/lock-input'
import { canLockPeriods } from '../../domain/policy'
import type { ReviewStep } from '../../domain/review-workflow'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { isReopened, publishedLock } from '../locks/lookup'
import { decisionOn, submitter } from '../review'
import { lockReopenings, locks } from '../schema'
import { write } from '../write'

/** A published lock is to be followed by another revision, for this reason. What was published stays as it is. Returns the request's id. */
export function requestReopening(ctx: Ctx, input: ReopeningRequest): number {
  return write(ctx, 'requestReopening', input, (tx) => {
    allow(canLockPeriods(ctx.actor))
    const lock = found(tx.select().from(locks).where(eq(locks.id, input.id)).get())
    if (publishedLock(tx, lock.kind, lock.period)?.id !== lock.id) refuse('not-locked')
    const asked = tx.select().from(lockReopenings).where(eq(lockReopenings.lockId, lock.id)).all()
    if (isReopened(tx, lock.id)) refuse('already-reopened', { period: lock.period })
    const waiting = asked.find(({ status }) => status === 'submitted')
    if (waiting) refuse('one-waiting', {}, { id: waiting.id, submittedBy: waiting.submittedBy, submittedAt: waiting.submittedAt })
    const row = { lockId: lock.id, reason: input.reason, status: 'submitted' as const, submittedBy: submitter(ctx), submittedAt: ctx.at }
    const { id } = tx.insert(lockReopenings).values(row).returning({ id: lockReopenings.id }).get()
    const body = { lock: lock.id, revision: lock.revision, reopening: id, reason: input.reason }
    recordEvent(tx, ctx, { action: 'lock.reopen-submitted', subject: `period:${lock.period}`, body })
    return id
  })
}

export function approveReopening(ctx: Ctx, id: number): void {
  write(ctx, 'approveReopening', { id }, (tx) => decide(tx, ctx, id, 'approve', null))
}

export function returnReopening(ctx: Ctx, id: number, reason: string): void {
  write(ctx, 'returnReopening', { id, reason }, (tx) => decide(tx, ctx, id, 'return', reason))
}

export function withdrawReopening(ctx: Ctx, id: number): void {
  write(ctx, 'withdrawReopening', { id }, (tx) => decide(tx, ctx, id, 'withdraw', null))
}

const decided = { approve: 'lock.reopened', return: 'lock.reopen-returned', withdraw: 'lock.reopen-withdrawn' } as const

function decide(tx: Tx, ctx: Ctx, id: number, step: ReviewStep, reason: string | null): void {
  allow(canLockPeriods(ctx.actor))
  const row = found(tx.select().from(lockReopenings).where(eq(lockReopenings.id, id)).get())
  const lock = found(tx.select().from(locks).where(eq(locks.id, row.lockId)).get())
  tx.update(lockReopenings)
    .set(decisionOn(ctx, row, step, reason))
    .where(eq(lockReopenings.id, id))
    .run()
  const body = { lock: lock.id, revision: lock.revision, reopening: id, reason }
  recordEvent(tx, ctx, { action: decided[step], subject: `period:${lock.period}`, body })
}
