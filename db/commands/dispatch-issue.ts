import { actorId, type Ctx } from '../../domain/actor'
import type { IssueInput } from '../../domain/bulletin-input'
import { nextBulletinState } from '../../domain/bulletin-workflow'
import type { FrozenDispatch } from '../../domain/dispatch'
import { allow, refuse, refuseField, sameVersion } from '../../domain/errors'
import type { Paper } from '../../domain/official-document'
import { canDraftDispatch, canIssueDispatch } from '../../domain/policy'
import { house, orm, type Reader, type Tx } from '../client'
import { type DispatchRow, dispatchById, moveDispatch, nextDispatchNumber, paperOfDispatch } from '../dispatch/dispatch-row'
import { lockToReport } from '../dispatch/facts'
import { issueBody, keepDocument, type Rendered } from '../document-keep'
import { recordEvent } from '../events'
import { allowIssue } from '../inspection/bulletin-four-eyes'
import { frozenHead } from '../inspection/bulletin-paper'
import { write } from '../write'

type Ready = { row: DispatchRow; frozen: FrozenDispatch; paper: Paper }

/**
 * Signed by another person than drafted and proposed it. The paper is drawn before the transaction, from what was frozen; the transaction
 * then makes sure that this is still what it issues. Returns its id and the document's number.
 */
export async function issueDispatch(ctx: Ctx, input: IssueInput, render: (paper: Paper) => Promise<Rendered>) {
  const ready = readyToIssue(ctx, input)
  const rendered = ready && (await render(ready.paper))
  return write(ctx, 'issueDispatch', input, (tx) => {
    const row = rowToIssue(tx, ctx, input)
    const state = nextBulletinState(row.state, 'issue')
    sameVersion({ version: row.version }, input.version)
    sameLock(tx, row)
    if (!ready || !rendered || ready.frozen.number !== nextDispatchNumber(tx, row.period))
      refuse('stale', { version: row.version }, { version: row.version })
    const kept = { ...row, kind: 'dispatch', subject: `dispatch:${row.id}` } as const
    const documentId = keepDocument(tx, ctx, kept, ready.frozen, rendered)
    moveDispatch(tx, row, { state, signer: input.signer, issuedBy: actorId(ctx.actor), issuedOn: ctx.today, documentId })
    const { period, facts } = row
    const body = {
      ...issueBody(row, ready.frozen, rendered),
      period,
      revision: facts.lock.revision,
      replaces: facts.replaces?.number ?? null,
    }
    recordEvent(tx, ctx, { action: 'dispatch.issued', subject: kept.subject, body })
    return { id: row.id, number: ready.frozen.number }
  })
}

/** null when it cannot be issued as it stands: the transaction then finds the answer of a repeated request, or says why not. */
function readyToIssue(ctx: Ctx, input: IssueInput): Ready | null {
  const db = orm()
  const row = rowToIssue(db, ctx, input)
  if (row.state !== 'proposed' || row.version !== input.version) return null
  checkDay(ctx, row, input)
  const { title, texts, facts, period } = row
  const { signer, day } = input
  const number = nextDispatchNumber(db, period)
  const paper = paperOfDispatch(row, { number, signer, day, head: frozenHead(row), demo: house().demo })
  return { row, paper, frozen: { format: 1, title, number, facts, texts, signer, day } }
}

function rowToIssue(db: Reader, ctx: Ctx, { id }: IssueInput): DispatchRow {
  allow(canDraftDispatch(ctx.actor))
  const row = dispatchById(db, id)
  allowIssue(ctx, row, canIssueDispatch)
  return row
}

/** A month that was opened again meanwhile is not reported from its old figures. */
function sameLock(tx: Tx, { period, lockId }: DispatchRow): void {
  if (lockToReport(tx, period).id !== lockId) refuse('figures-moved')
}

/** 成文日期 lies between the day of the list and today. */
function checkDay(ctx: Ctx, { facts }: DispatchRow, { day }: IssueInput): void {
  if (day > ctx.today) refuseField('day', 'in-the-future')
  if (day < facts.day) refuseField('day', 'before-previous', { day: facts.day })
}
