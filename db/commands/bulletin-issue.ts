import { eq } from 'drizzle-orm'
import { actorId, type Ctx } from '../../domain/actor'
import type { FrozenBulletin } from '../../domain/bulletin'
import type { IssueInput } from '../../domain/bulletin-input'
import { nextBulletinState } from '../../domain/bulletin-workflow'
import { shanghaiDay } from '../../domain/calendar'
import { allow, found, refuse, refuseField, sameVersion } from '../../domain/errors'
import { nextRoundState } from '../../domain/inspection'
import type { Paper } from '../../domain/official-document'
import { canDraftBulletin } from '../../domain/policy'
import { house, orm, type Reader, type Tx } from '../client'
import { issueBody, keepDocument, type Rendered } from '../document-keep'
import { recordEvent } from '../events'
import { allowIssue } from '../inspection/bulletin-four-eyes'
import { frozenHead, paperOf } from '../inspection/bulletin-paper'
import { type BulletinRow, bulletinById, correctedBy, moveBulletin, nextDocumentNumber, roundById } from '../inspection/bulletin-row'
import { rounds } from '../schema'
import { write } from '../write'

export type { Rendered }
export type Issued = { id: number; number: string }
type Ready = { row: BulletinRow; frozen: FrozenBulletin; paper: Paper }

/**
 * Signed by another person than drafted and proposed it. The paper is drawn before the transaction, from what was frozen; the transaction
 * then makes sure that this is still what it issues. Returns its id and the document's number.
 */
export async function issueBulletin(ctx: Ctx, input: IssueInput, render: (paper: Paper) => Promise<Rendered>): Promise<Issued> {
  const ready = readyToIssue(ctx, input)
  const rendered = ready && (await render(ready.paper))
  return write(ctx, 'issueBulletin', input, (tx) => {
    const row = rowToIssue(tx, ctx, input)
    const state = nextBulletinState(row.state, 'issue')
    sameVersion({ version: row.version }, input.version)
    if (!ready || !rendered || ready.frozen.number !== numberFor(tx, row))
      refuse('stale', { version: row.version }, { version: row.version })
    const documentId = keepDocument(tx, ctx, { ...ready.row, subject: `bulletin:${row.id}` }, ready.frozen, rendered)
    moveBulletin(tx, row, { state, signer: input.signer, issuedBy: actorId(ctx.actor), issuedOn: ctx.today, documentId })
    if (row.kind === 'bulletin') moveRound(tx, row)
    recordIssue(tx, ctx, ready, rendered)
    return { id: row.id, number: ready.frozen.number }
  })
}

/** null when it cannot be issued as it stands: the transaction then finds the answer of a repeated request, or says why not. */
function readyToIssue(ctx: Ctx, input: IssueInput): Ready | null {
  const db = orm()
  const row = rowToIssue(db, ctx, input)
  if (row.state !== 'proposed' || row.version !== input.version) return null
  checkDay(ctx, row, input)
  const { kind, title, texts, facts } = row
  const { signer, day } = input
  const corrects = correctedBy(db, row)
  const number = numberFor(db, row)
  const paper = paperOf({ kind, title, texts, facts, corrects }, { number, signer, day, head: frozenHead(row), demo: house().demo })
  return { row, paper, frozen: { format: 1, title, number, facts, texts, signer, day, corrects } }
}

function rowToIssue(db: Reader, ctx: Ctx, { id }: IssueInput): BulletinRow {
  allow(canDraftBulletin(ctx.actor))
  const row = bulletinById(db, id)
  allowIssue(ctx, row)
  return row
}

const numberFor = (db: Reader, row: BulletinRow): string => nextDocumentNumber(db, roundById(db, row.roundId).quarter, row.kind)

/** 成文日期 lies between the freezing and today. */
function checkDay(ctx: Ctx, { facts, frozenAt }: BulletinRow, { day }: IssueInput): void {
  const frozenOn = facts?.asOf.day ?? shanghaiDay(found(frozenAt))
  if (day > ctx.today) refuseField('day', 'in-the-future')
  if (day < frozenOn) refuseField('day', 'before-previous', { day: frozenOn })
}

function moveRound(tx: Tx, { roundId }: BulletinRow): void {
  const round = roundById(tx, roundId)
  tx.update(rounds)
    .set({ state: nextRoundState(round, 'issue'), version: round.version + 1 })
    .where(eq(rounds.id, roundId))
    .run()
}

/** The event names the bytes by their hashes: what was issued can be proved. */
function recordIssue(tx: Tx, ctx: Ctx, { row, frozen }: Ready, rendered: Rendered): void {
  const body = { ...issueBody(row, frozen, rendered), round: row.roundId }
  recordEvent(tx, ctx, { action: 'bulletin.issued', subject: `bulletin:${row.id}`, body })
}
