import type { Ctx } from '../../domain/actor'
import type { BulletinFacts, BulletinTexts } from '../../domain/bulletin'
import { choicesWithin } from '../../domain/bulletin-choice'
import { type BulletinEdit, type BulletinStepInput, type NewBulletinInput, type SendBackInput, textsOf } from '../../domain/bulletin-input'
import { bulletinTitle, firstTexts, saysWhatItCorrects } from '../../domain/bulletin-texts'
import { type BulletinStep, nextBulletinState } from '../../domain/bulletin-workflow'
import { allow, found, refuse, refuseField, sameVersion } from '../../domain/errors'
import { nextRoundState } from '../../domain/inspection'
import { canDraftBulletin, canWithdraw } from '../../domain/policy'
import type { Tx } from '../client'
import { chainHead, type NewEvent, recordEvent } from '../events'
import { factsAhead, factsAheadOf, factsIn } from '../inspection/bulletin-ahead'
import { saysTheSame } from '../inspection/bulletin-facts'
import { allowIssue, withWriter } from '../inspection/bulletin-four-eyes'
import { type BulletinRow, bulletinById, hasBulletin, moveBulletin, officeOf, roundById } from '../inspection/bulletin-row'
import { rectificationRules } from '../queries/rules'
import { submitter } from '../review'
import { bulletins } from '../schema'
import { write } from '../write'

/** The bulletin of a round whose visits have ended; one a round. Returns its id. */
export function draftBulletin(ctx: Ctx, input: NewBulletinInput): number {
  const ahead = factsAhead(ctx, input.roundId)
  return write(ctx, 'draftBulletin', input, (tx) => {
    allow(canDraftBulletin(ctx.actor))
    const round = roundById(tx, input.roundId)
    if (hasBulletin(tx, round.id)) refuse('bulletin-exists')
    nextRoundState(round, 'issue')
    const facts = factsIn(tx, ctx, round, ahead)
    const title = bulletinTitle(facts)
    const texts = firstTexts(facts, ownOffice(tx, ctx), rectificationRules(tx, ctx.today).body.deadlineDays.general)
    const row = { kind: 'bulletin' as const, roundId: round.id, state: 'drafted' as const, title, facts, texts }
    const draftedBy = submitter(ctx)
    const { id } = tx
      .insert(bulletins)
      .values({ ...row, draftedBy, draftedAt: ctx.at, editors: [draftedBy] })
      .returning({ id: bulletins.id })
      .get()
    recordEvent(tx, ctx, { action: 'bulletin.drafted', subject: `bulletin:${id}`, body: { round: round.id, title } })
    return id
  })
}

const ownOffice = (tx: Tx, { actor }: Ctx): string => (actor.kind === 'user' ? officeOf(tx, actor.organisationId) : '')

/** The figures again, as the facts stand now; what was chosen and is not proposed any more goes, and is counted. */
export function refreshBulletin(ctx: Ctx, input: BulletinStepInput): { dropped: number } {
  const ahead = factsAheadOf(ctx, input)
  return write(ctx, 'refreshBulletin', input, (tx) => {
    const row = draftToMove(tx, ctx, input, 'refresh')
    // An erratum has no figures of its own.
    found(row.facts)
    const facts = factsIn(tx, ctx, roundById(tx, row.roundId), ahead)
    const { texts, dropped } = choicesWithin(row.texts, facts)
    moveBulletin(tx, row, { facts, texts, ...withWriter(ctx, row) })
    told(tx, ctx, row, 'bulletin.refreshed', { dropped, day: facts.asOf.day })
    return { dropped }
  })
}

/** The words; which works and findings are named is chosen among the proposed ones. */
export function editBulletin(ctx: Ctx, input: BulletinEdit): void {
  write(ctx, 'editBulletin', input, (tx) => {
    const row = draftToMove(tx, ctx, input, 'edit')
    const texts = textsOf(input)
    if (row.facts) onlyProposed(texts, row.facts)
    moveBulletin(tx, row, { title: input.title, texts, ...withWriter(ctx, row) })
    told(tx, ctx, row, 'bulletin.edited', { before: { title: row.title, texts: row.texts }, after: { title: input.title, texts } })
  })
}

function onlyProposed(texts: BulletinTexts, facts: BulletinFacts): void {
  const within = choicesWithin(texts, facts).texts
  if (within.good.length < texts.good.length) refuseField('good', 'not-a-choice')
  if (within.problems.length < texts.problems.length) refuseField('problems', 'not-a-choice')
}

/** Freezes figures, words, rules' versions and the chain's head of this moment; another person signs it. Returns its id. */
export function proposeBulletin(ctx: Ctx, input: BulletinStepInput): number {
  const ahead = factsAheadOf(ctx, input)
  return write(ctx, 'proposeBulletin', input, (tx) => {
    const row = draftToMove(tx, ctx, input, 'propose')
    const head = chainHead(tx)
    const frozen = { facts: factsToFreeze(tx, ctx, row, ahead), headSeq: head.seq, headHash: head.hash, frozenAt: ctx.at }
    const columns = { state: 'proposed' as const, proposedBy: submitter(ctx), proposedAt: ctx.at, sentBackReason: null }
    moveBulletin(tx, row, { ...frozen, ...columns, ...withWriter(ctx, row) })
    told(tx, ctx, row, 'bulletin.proposed', { headSeq: head.seq, headHash: head.hash })
    return row.id
  })
}

/** What was read in the draft is what is frozen: when the facts have moved since, the person looks at them first. */
function factsToFreeze(tx: Tx, ctx: Ctx, row: BulletinRow, ahead: BulletinFacts | null): BulletinFacts | null {
  if (row.kind === 'erratum') {
    if (!saysWhatItCorrects(row.texts)) refuse('erratum-empty')
    return null
  }
  const now = factsIn(tx, ctx, roundById(tx, row.roundId), ahead)
  if (!saysTheSame(found(row.facts), now)) refuse('figures-moved')
  return now
}

/** Whoever proposed it thinks again. */
export function takeBackBulletin(ctx: Ctx, input: BulletinStepInput): number {
  return write(ctx, 'takeBackBulletin', input, (tx) => {
    allow(canDraftBulletin(ctx.actor))
    const row = bulletinById(tx, input.id)
    const state = nextBulletinState(row.state, 'take-back')
    allow(canWithdraw(ctx.actor, { submittedBy: found(row.proposedBy) }))
    sameVersion(seenOf(row), input.version)
    moveBulletin(tx, row, { state, ...thawed })
    told(tx, ctx, row, 'bulletin.taken-back', {})
    return row.id
  })
}

export function sendBackBulletin(ctx: Ctx, input: SendBackInput): number {
  return write(ctx, 'sendBackBulletin', input, (tx) => {
    allow(canDraftBulletin(ctx.actor))
    const row = bulletinById(tx, input.id)
    allowIssue(ctx, row)
    const state = nextBulletinState(row.state, 'send-back')
    sameVersion(seenOf(row), input.version)
    moveBulletin(tx, row, { state, ...thawed, sentBackReason: input.reason })
    told(tx, ctx, row, 'bulletin.sent-back', { reason: input.reason })
    return row.id
  })
}

const thawed = { proposedBy: null, proposedAt: null, headSeq: null, headHash: null, frozenAt: null }

/** Any supervisor goes on with a draft; the version says that it is the one they saw. */
function draftToMove(tx: Tx, ctx: Ctx, input: BulletinStepInput, step: BulletinStep): BulletinRow {
  allow(canDraftBulletin(ctx.actor))
  const row = bulletinById(tx, input.id)
  nextBulletinState(row.state, step)
  sameVersion(seenOf(row), input.version)
  return row
}

/** What whoever was slower is shown beside their own words; the figures are on the page. */
function seenOf({ version, title, texts }: BulletinRow) {
  const { issuer, addressee, signer, opening, overall, closing } = texts
  return { version, title, issuer, addressee, signer, opening, overall, closing }
}

function told(tx: Tx, ctx: Ctx, { id }: BulletinRow, action: NewEvent['action'], body: NonNullable<NewEvent['body']>): void {
  recordEvent(tx, ctx, { action, subject: `bulletin:${id}`, body })
}
