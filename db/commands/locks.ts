import { and, desc, eq, inArray, max } from 'drizzle-orm'
import { actorId, type Ctx, isSelf } from '../../domain/actor'
import type { Instant } from '../../domain/calendar'
import { allow, found, refuse, refuseField, sameVersion } from '../../domain/errors'
import type { EventAction, Json } from '../../domain/events'
import { isOver, type LockKind, type LockState, lockKindOf, lockSpan } from '../../domain/lock'
import type { DayPicture, LockBeginning, LockReturn, LockStep } from '../../domain/lock-input'
import { canLockPeriods, canReadLocks } from '../../domain/policy'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { isReopened, missingParts, openLock, partsThere, publishedLock } from '../locks/lookup'
import { momentNow, momentOn } from '../locks/moment'
import { precheck } from '../locks/precheck'
import type { LockRow } from '../locks/row'
import { rulesThen } from '../locks/rules-then'
import { touchedSince } from '../locks/touched'
import { submitter } from '../review'
import { locks } from '../schema'
import { write } from '../write'

/** Reads one moment and begins to compute the period as it was known then. Returns the lock's id. */
export function beginLock(ctx: Ctx, { period }: LockBeginning): number {
  return write(ctx, 'beginLock', { period }, (tx) => {
    allow(canLockPeriods(ctx.actor))
    const kind = lockKindOf(period) ?? refuseField('period', 'not-a-period')
    if (!isOver(kind, period, ctx.today)) refuseField('period', 'period-not-over', { period })
    if (openLock(tx, kind, period)) refuse('lock-under-way', { period })
    const published = publishedLock(tx, kind, period)
    if (published && !isReopened(tx, published.id)) refuse('period-locked', { period })
    const parts = partsThere(tx, kind, period)
    const missing = missingParts(parts).map((part) => part.period)
    if (missing.length > 0) refuse('parts-not-locked', { periods: missing.join('、') })
    const bases = parts.flatMap(({ lock }) => lock?.id ?? [])
    const checks = precheck(tx, kind, period, ctx.today)
    const row = insertLock(tx, ctx, { kind, period, bases, checks, ...momentNow(tx, ctx.at) })
    record(tx, ctx, row, 'lock.begun', { checks, seq: row.eventSeq })
    return row.id
  })
}

/** The library at the end of a day, to compare with: computed like a lock, never published. Whoever reads locks may ask for one. */
export function beginDayPicture(ctx: Ctx, { day }: DayPicture): number {
  return write(ctx, 'beginDayPicture', { day }, (tx) => {
    allow(canReadLocks(ctx.actor))
    if (day >= ctx.today) refuseField('day', 'day-not-over')
    const known = openLock(tx, 'day', day)
    if (known) return known.id
    dropOldPictures(tx)
    return insertLock(tx, ctx, { kind: 'day', period: day, bases: [], checks: {}, ...momentOn(tx, day) }).id
  })
}

const mostPictures = 12

function dropOldPictures(tx: Tx): void {
  const kept = tx
    .select({ id: locks.id })
    .from(locks)
    .where(and(eq(locks.kind, 'day'), inArray(locks.state, ['computing', 'computed'])))
    .orderBy(desc(locks.id))
    .all()
  for (const { id } of kept.slice(mostPictures - 1)) tx.update(locks).set({ state: 'abandoned' }).where(eq(locks.id, id)).run()
}

type NewLock = { kind: LockKind; period: string; bases: number[]; checks: Record<string, number | null> }
type Read = { at: Instant; seq: number; past: number; update: number | null }

function insertLock(tx: Tx, ctx: Ctx, { kind, period, bases, checks, at, seq, past, update }: NewLock & Read): LockRow {
  const before = tx
    .select({ last: max(locks.revision) })
    .from(locks)
    .where(and(eq(locks.kind, kind), eq(locks.period, period), eq(locks.state, 'confirmed')))
    .get()
  const span = lockSpan(kind, period, ctx.today)
  return tx
    .insert(locks)
    .values({
      ...span,
      revision: (before?.last ?? 0) + 1,
      state: 'computing',
      at,
      eventSeq: seq,
      pastMark: past,
      updateMark: update,
      bases,
      checks,
      ruleVersion: rulesThen(tx, { at, past, update }, span.standsOn).version,
      begunBy: submitter(ctx),
      begunAt: ctx.at,
    })
    .returning()
    .get()
}

/** Computed figures are put to a second person. */
export function submitLock(ctx: Ctx, input: LockStep): void {
  write(ctx, 'submitLock', input, (tx) => {
    const lock = lockToMove(tx, ctx, input, 'computed')
    refuseChanged(tx, ctx, lock)
    move(tx, lock, { state: 'submitted', submittedBy: actorId(ctx.actor), submittedAt: ctx.at })
    record(tx, ctx, lock, 'lock.submitted', { works: lock.works, digest: lock.digest })
  })
}

/** A short write: the rows stand already, and are published only if nothing written since would make them read otherwise. */
export function confirmLock(ctx: Ctx, input: LockStep): void {
  write(ctx, 'confirmLock', input, (tx) => {
    const lock = lockToMove(tx, ctx, input, 'submitted')
    refuseSelf(ctx, lock)
    refuseChanged(tx, ctx, lock)
    move(tx, lock, { state: 'confirmed', decidedBy: actorId(ctx.actor), decidedAt: ctx.at })
    record(tx, ctx, lock, 'lock.confirmed', { works: lock.works, digest: lock.digest, seq: lock.eventSeq })
  })
}

/** The second person sends it back with a reason; its rows are thrown away. */
export function returnLock(ctx: Ctx, input: LockReturn): void {
  write(ctx, 'returnLock', input, (tx) => {
    const lock = lockToMove(tx, ctx, input, 'submitted')
    refuseSelf(ctx, lock)
    move(tx, lock, { state: 'returned', decidedBy: actorId(ctx.actor), decidedAt: ctx.at, decisionReason: input.reason })
    record(tx, ctx, lock, 'lock.returned', { reason: input.reason })
  })
}

/** Given up before it is confirmed, to be computed anew. */
export function abandonLock(ctx: Ctx, input: LockStep): void {
  write(ctx, 'abandonLock', input, (tx) => {
    const lock = lockToMove(tx, ctx, input, 'computing', 'computed', 'submitted')
    move(tx, lock, { state: 'abandoned', decidedBy: actorId(ctx.actor), decidedAt: ctx.at })
    record(tx, ctx, lock, 'lock.abandoned', {})
  })
}

function lockToMove(tx: Tx, ctx: Ctx, { id, version }: LockStep, ...states: LockState[]): LockRow {
  allow(canLockPeriods(ctx.actor))
  const lock = found(tx.select().from(locks).where(eq(locks.id, id)).get())
  if (lock.kind === 'day') refuse('not-found')
  if (!states.includes(lock.state)) refuse('lock-elsewhere', { period: lock.period }, { state: lock.state })
  sameVersion(lock, version)
  return lock
}

/** Four eyes: whoever began or proposed it does not decide. */
function refuseSelf(ctx: Ctx, { begunBy, submittedBy }: LockRow): void {
  if (isSelf(ctx.actor, begunBy) || isSelf(ctx.actor, submittedBy)) refuse('not-self')
}

function refuseChanged(tx: Tx, ctx: Ctx, lock: LockRow): void {
  const parts = partsThere(tx, lock.kind, lock.period)
  if (lock.bases.length > 0) {
    const moved = missingParts(parts).length > 0 || parts.some((part, at) => part.lock?.id !== lock.bases[at])
    if (moved) refuse('changed-meanwhile', { works: 0 })
    return
  }
  const { works, other, tooMany } = touchedSince(tx, lock, ctx.at)
  if (tooMany) refuse('too-much-changed')
  if (works.length > 0 || other) refuse('changed-meanwhile', { works: works.length }, { works })
}

function move(tx: Tx, lock: LockRow, columns: Partial<LockRow>): void {
  tx.update(locks)
    .set({ ...columns, version: lock.version + 1 })
    .where(eq(locks.id, lock.id))
    .run()
}

function record(tx: Tx, ctx: Ctx, { id, period, revision }: LockRow, action: EventAction, body: { [key: string]: Json }): void {
  recordEvent(tx, ctx, { action, subject: `period:${period}`, body: { lock: id, revision, ...body } })
}
