import type { Ctx } from '../../domain/actor'
import { type BulletinEdit, type BulletinStepInput, type SendBackInput, textsOf } from '../../domain/bulletin-input'
import { type BulletinStep, nextBulletinState } from '../../domain/bulletin-workflow'
import type { Month } from '../../domain/calendar'
import { type DispatchFacts, type LockedPart, namedWithin, saysWhatChanged } from '../../domain/dispatch'
import type { NewDispatchInput } from '../../domain/dispatch-input'
import { dispatchTitle, firstDispatchTexts } from '../../domain/dispatch-texts'
import { allow, found, refuse, refuseField, sameVersion } from '../../domain/errors'
import { canDraftDispatch, canIssueDispatch, canWithdraw } from '../../domain/policy'
import { orm, type Tx } from '../client'
import { type DispatchRow, dispatchById, moveDispatch } from '../dispatch/dispatch-row'
import { listedFacts, lockedFacts, lockToReport, saysTheSame } from '../dispatch/facts'
import { openDispatch } from '../dispatch/open'
import { chainHead, type NewEvent, recordEvent } from '../events'
import { allowIssue, withWriter } from '../inspection/bulletin-four-eyes'
import { officeOf } from '../inspection/bulletin-row'
import { submitter } from '../review'
import { dispatches } from '../schema'
import { write } from '../write'

/** The figures of the month's lock, read before the transaction so that nobody waits for it; they cannot change. */
function lockedAhead({ actor }: Ctx, period: Month): LockedPart | null {
  return canDraftDispatch(actor) ? orm().transaction((tx) => lockedFacts(tx, lockToReport(tx, period))) : null
}

function factsIn(tx: Tx, ctx: Ctx, period: Month, ahead: LockedPart | null): DispatchFacts {
  const lock = lockToReport(tx, period)
  const locked = ahead && ahead.lock.id === lock.id ? ahead : lockedFacts(tx, lock)
  return { format: 1, ...locked, ...listedFacts(tx, period, ctx.today) }
}

/** From a locked month; one at a time. After an issued one it is a correction of that. Returns its id. */
export function draftDispatch(ctx: Ctx, input: NewDispatchInput): number {
  const ahead = lockedAhead(ctx, input.period)
  return write(ctx, 'draftDispatch', input, (tx) => {
    allow(canDraftDispatch(ctx.actor))
    const { period } = input
    if (openDispatch(tx, period)) refuse('dispatch-open')
    const facts = factsIn(tx, ctx, period, ahead)
    const title = dispatchTitle(period, facts.replaces !== null)
    const draftedBy = submitter(ctx)
    const texts = firstDispatchTexts(facts, ctx.actor.kind === 'user' ? officeOf(tx, ctx.actor.organisationId) : '')
    const { id } = tx
      .insert(dispatches)
      .values({
        ...{ period, lockId: facts.lock.id, replacesId: facts.replaces?.documentId ?? null, state: 'drafted', title, facts, texts },
        ...{ draftedBy, draftedAt: ctx.at, editors: [draftedBy] },
      })
      .returning({ id: dispatches.id })
      .get()
    const body = { period, revision: facts.lock.revision, title, replaces: facts.replaces?.number ?? null }
    recordEvent(tx, ctx, { action: 'dispatch.drafted', subject: `dispatch:${id}`, body })
    return id
  })
}

/** From the lock that is published now, with the list as it stands; works that are not red any more are not named, and are counted. */
export function refreshDispatch(ctx: Ctx, input: BulletinStepInput): { dropped: number } {
  const ahead = canDraftDispatch(ctx.actor) ? lockedAhead(ctx, dispatchById(orm(), input.id).period) : null
  return write(ctx, 'refreshDispatch', input, (tx) => {
    const row = draftToMove(tx, ctx, input, 'refresh')
    const facts = factsIn(tx, ctx, row.period, ahead)
    const { texts, dropped } = namedWithin(row.texts, facts)
    const of = { lockId: facts.lock.id, replacesId: facts.replaces?.documentId ?? null }
    moveDispatch(tx, row, { ...of, facts, texts, ...withWriter(ctx, row) })
    told(tx, ctx, row, 'dispatch.refreshed', { revision: facts.lock.revision, dropped, day: facts.day })
    return { dropped }
  })
}

/** The words, and which of the red works are named. */
export function editDispatch(ctx: Ctx, input: BulletinEdit): void {
  write(ctx, 'editDispatch', input, (tx) => {
    const row = draftToMove(tx, ctx, input, 'edit')
    const texts = textsOf(input)
    if (namedWithin(texts, row.facts).texts.problems.length < texts.problems.length) refuseField('problems', 'not-a-choice')
    moveDispatch(tx, row, { title: input.title, texts, ...withWriter(ctx, row) })
    told(tx, ctx, row, 'dispatch.edited', { before: { title: row.title, texts: row.texts }, after: { title: input.title, texts } })
  })
}

/** Freezes figures, words and the chain's head of this moment; another person signs it. Returns its id. */
export function proposeDispatch(ctx: Ctx, input: BulletinStepInput): number {
  return write(ctx, 'proposeDispatch', input, (tx) => {
    const row = draftToMove(tx, ctx, input, 'propose')
    factsStillTrue(tx, ctx, row)
    if (!saysWhatChanged(row.facts, row.texts)) refuse('erratum-empty')
    const { seq, hash } = chainHead(tx)
    const frozen = { headSeq: seq, headHash: hash, frozenAt: ctx.at }
    const columns = { state: 'proposed' as const, proposedBy: submitter(ctx), proposedAt: ctx.at, sentBackReason: null }
    moveDispatch(tx, row, { ...frozen, ...columns, ...withWriter(ctx, row) })
    told(tx, ctx, row, 'dispatch.proposed', { headSeq: seq, headHash: hash })
    return row.id
  })
}

/** What was read in the draft is what is frozen: when another lock or another list stands now, the person looks at it first. */
function factsStillTrue(tx: Tx, ctx: Ctx, { period, facts }: DispatchRow): void {
  const lock = lockToReport(tx, period)
  if (lock.id !== facts.lock.id || !saysTheSame(facts, { ...facts, ...listedFacts(tx, period, ctx.today) })) refuse('figures-moved')
}

/** Whoever proposed it thinks again. */
export function takeBackDispatch(ctx: Ctx, input: BulletinStepInput): number {
  return write(ctx, 'takeBackDispatch', input, (tx) => {
    allow(canDraftDispatch(ctx.actor))
    const row = dispatchById(tx, input.id)
    const state = nextBulletinState(row.state, 'take-back')
    allow(canWithdraw(ctx.actor, { submittedBy: found(row.proposedBy) }))
    sameVersion(seenOf(row), input.version)
    moveDispatch(tx, row, { state, ...thawed })
    told(tx, ctx, row, 'dispatch.taken-back', {})
    return row.id
  })
}

export function sendBackDispatch(ctx: Ctx, input: SendBackInput): number {
  return write(ctx, 'sendBackDispatch', input, (tx) => {
    allow(canDraftDispatch(ctx.actor))
    const row = dispatchById(tx, input.id)
    allowIssue(ctx, row, canIssueDispatch)
    const state = nextBulletinState(row.state, 'send-back')
    sameVersion(seenOf(row), input.version)
    moveDispatch(tx, row, { state, ...thawed, sentBackReason: input.reason })
    told(tx, ctx, row, 'dispatch.sent-back', { reason: input.reason })
    return row.id
  })
}

const thawed = { proposedBy: null, proposedAt: null, headSeq: null, headHash: null, frozenAt: null }

/** Anybody of the bureau goes on with a draft; the version says that it is the one they saw. */
function draftToMove(tx: Tx, ctx: Ctx, input: BulletinStepInput, step: BulletinStep): DispatchRow {
  allow(canDraftDispatch(ctx.actor))
  const row = dispatchById(tx, input.id)
  nextBulletinState(row.state, step)
  sameVersion(seenOf(row), input.version)
  return row
}

/** What whoever was slower is shown beside their own words; the figures are on the page. */
function seenOf({ version, title, texts }: DispatchRow) {
  const { issuer, addressee, signer, opening, overall, closing } = texts
  return { version, title, issuer, addressee, signer, opening, overall, closing }
}

function told(tx: Tx, ctx: Ctx, { id }: DispatchRow, action: NewEvent['action'], body: NonNullable<NewEvent['body']>): void {
  recordEvent(tx, ctx, { action, subject: `dispatch:${id}`, body })
}
