import { actorId, type Ctx } from '../../domain/actor'
import { nextBulletinState } from '../../domain/bulletin-workflow'
import { shanghaiDay } from '../../domain/calendar'
import { allow, found, refuse, refuseField, sameVersion } from '../../domain/errors'
import type { FrozenEvaluation } from '../../domain/evaluation'
import type { EvaluationIssueInput } from '../../domain/evaluation-input'
import type { Paper } from '../../domain/official-document'
import { canKeepEvaluation } from '../../domain/policy'
import { house, orm, type Reader, type Tx } from '../client'
import { frozenSha256 } from '../document-proof'
import {
  allowEvaluationIssue,
  type EvaluationRow,
  evaluationById,
  evaluationNumber,
  headOf,
  moveEvaluation,
  paperOfEvaluation,
} from '../evaluation/evaluation-row'
import { recordEvent } from '../events'
import { sha256 } from '../hash'
import { documents } from '../schema'
import { write } from '../write'

type Rendered = { word: Uint8Array; page: string }
type Ready = { row: EvaluationRow; frozen: FrozenEvaluation; paper: Paper }

/** Signed by another person than wrote it. Drawn before the transaction from what was frozen; the transaction makes sure it is still that. */
export async function issueEvaluation(ctx: Ctx, input: EvaluationIssueInput, render: (paper: Paper) => Promise<Rendered>) {
  const ready = readyToIssue(ctx, input)
  const rendered = ready && (await render(ready.paper))
  return write(ctx, 'issueEvaluation', input, (tx) => {
    const row = rowToIssue(tx, ctx, input)
    const state = nextBulletinState(row.state, 'issue')
    sameVersion({ version: row.version }, input.version)
    if (!ready || !rendered || ready.frozen.number !== evaluationNumber(tx, row))
      refuse('stale', { version: row.version }, { version: row.version })
    const documentId = keepDocument(tx, ctx, ready, rendered)
    moveEvaluation(tx, row, { state, issuedBy: actorId(ctx.actor), documentId })
    recordIssue(tx, ctx, ready, rendered)
    return { id: row.id, number: ready.frozen.number }
  })
}

/** null when it cannot be issued as it stands: the transaction then finds the answer of a repeated request, or says why not. */
function readyToIssue(ctx: Ctx, input: EvaluationIssueInput): Ready | null {
  const row = rowToIssue(orm(), ctx, input)
  if (row.state !== 'proposed' || row.version !== input.version) return null
  const frozenOn = row.facts?.asOf.day ?? shanghaiDay(found(row.frozenAt))
  const { signer, day } = input
  if (day > ctx.today) refuseField('day', 'in-the-future')
  if (day < frozenOn) refuseField('day', 'before-previous', { day: frozenOn })
  const number = evaluationNumber(orm(), row)
  const paper = paperOfEvaluation(row, { number, signer, day, head: headOf(row), demo: house().demo })
  const { title, facts, texts } = row
  return { row, paper, frozen: { format: 1, title, number, facts, texts, signer, day } }
}

function rowToIssue(db: Reader, ctx: Ctx, { id }: EvaluationIssueInput): EvaluationRow {
  allow(canKeepEvaluation(ctx.actor))
  const row = evaluationById(db, id)
  allowEvaluationIssue(ctx, row)
  return row
}

function keepDocument(tx: Tx, ctx: Ctx, { row, frozen }: Ready, { word, page }: Rendered): number {
  const { number, title, day } = frozen
  const bytes = { word: Buffer.from(word), page, sha256: sha256(word) }
  const { headSeq, headHash } = row
  const named = { number, title, day, kind: 'evaluation' as const, subject: `evaluation:${row.id}` }
  const document = { ...named, frozen, ...bytes, headSeq, headHash, createdAt: ctx.at }
  return tx.insert(documents).values(document).returning({ id: documents.id }).get().id
}

/** The event names the bytes by their hashes: what was issued can be proved. */
function recordIssue(tx: Tx, ctx: Ctx, { row, frozen }: Ready, { word, page }: Rendered): void {
  const { number, signer, day } = frozen
  const { headSeq, headHash } = row
  const hashes = { sha256: sha256(word), pageSha256: sha256(page), frozenSha256: frozenSha256(frozen) }
  const body = { number, signer, day, ...hashes, headSeq, headHash }
  recordEvent(tx, ctx, { action: 'evaluation.issued', subject: `evaluation:${row.id}`, body })
}
