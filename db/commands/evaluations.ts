import { and, eq, ne } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import { type BulletinStep, nextBulletinState } from '../../domain/bulletin-workflow'
import { yearOf } from '../../domain/calendar'
import { allow, found, refuse, refuseField } from '../../domain/errors'
import type { EvaluationFacts, EvaluationTexts } from '../../domain/evaluation'
import type { EvaluationEdit, EvaluationSendBackInput, EvaluationStepInput, NewEvaluationInput } from '../../domain/evaluation-input'
import { evaluationTitle } from '../../domain/evaluation-words'
import { canKeepEvaluation, canWithdraw } from '../../domain/policy'
import { orm, type Tx } from '../client'
import {
  allowEvaluationIssue,
  type EvaluationRow,
  evaluationById,
  moveEvaluation,
  sameEvaluation,
  saysTheSame,
  withWriter,
} from '../evaluation/evaluation-row'
import { evaluationFacts } from '../evaluation/facts'
import { plannedPeriod, planYears } from '../evaluation/plan-period'
import { chainHead, type NewEvent, recordEvent } from '../events'
import { officeOf } from '../inspection/bulletin-row'
import { submitter } from '../review'
import { evaluations } from '../schema'
import { write } from '../write'

/** The facts of this moment under a title; persons write the rest. Returns its id. */
export function draftEvaluation(ctx: Ctx, input: NewEvaluationInput): number {
  allow(canKeepEvaluation(ctx.actor))
  const facts = evaluationFacts(orm(), ctx.actor, input, ctx.today)
  return write(ctx, 'draftEvaluation', input, (tx) => {
    allow(canKeepEvaluation(ctx.actor))
    checkYear(tx, ctx, input)
    const { kind, year } = input
    const open = and(eq(evaluations.kind, kind), eq(evaluations.year, year), ne(evaluations.state, 'issued'))
    if (tx.select({ id: evaluations.id }).from(evaluations).where(open).get()) refuse('evaluation-open')
    const title = evaluationTitle(facts)
    const draftedBy = submitter(ctx)
    const row = { kind, year, state: 'drafted' as const, title, facts, texts: firstTexts(tx, ctx), draftedBy, draftedAt: ctx.at }
    const { id } = tx
      .insert(evaluations)
      .values({ ...row, editors: [draftedBy] })
      .returning({ id: evaluations.id })
      .get()
    recordEvent(tx, ctx, { action: 'evaluation.drafted', subject: `evaluation:${id}`, body: { kind, year, title } })
    return id
  })
}

function checkYear(tx: Tx, ctx: Ctx, { kind, year }: NewEvaluationInput): void {
  const { base, end } = planYears(tx)
  if (year <= base || year > end) refuseField('year', 'year-outside-plan', { from: base + 1, to: end })
  if (kind === 'final' && (year !== end || ctx.today <= plannedPeriod(tx).to)) refuseField('year', 'target-for-final', { year: end })
  if (kind === 'annual' && year >= yearOf(ctx.today)) refuseField('year', 'year-not-over', { year })
}

function firstTexts(tx: Tx, { actor }: Ctx): EvaluationTexts {
  const issuer = actor.kind === 'user' ? officeOf(tx, actor.organisationId) : ''
  return { issuer, addressee: null, opening: null, measures: null, problems: null, proposals: null, closing: null }
}

/** The figures again, as the facts stand now. */
export function refreshEvaluation(ctx: Ctx, input: EvaluationStepInput): void {
  const facts = factsNow(ctx, input)
  write(ctx, 'refreshEvaluation', input, (tx) => {
    const row = draftToMove(tx, ctx, input, 'refresh')
    moveEvaluation(tx, row, { facts, ...withWriter(ctx, row) })
    told(tx, ctx, row, 'evaluation.refreshed', { day: facts.asOf.day })
  })
}

/** Read before the transaction: whoever else writes need not wait for it. */
function factsNow(ctx: Ctx, { id }: EvaluationStepInput): EvaluationFacts {
  allow(canKeepEvaluation(ctx.actor))
  return evaluationFacts(orm(), ctx.actor, evaluationById(orm(), id), ctx.today)
}

export function editEvaluation(ctx: Ctx, input: EvaluationEdit): void {
  write(ctx, 'editEvaluation', input, (tx) => {
    const row = draftToMove(tx, ctx, input, 'edit')
    const { id: _, version: __, title, ...texts } = input
    moveEvaluation(tx, row, { title, texts, ...withWriter(ctx, row) })
    const body = { before: { title: row.title, texts: row.texts }, after: { title, texts } }
    told(tx, ctx, row, 'evaluation.edited', body)
  })
}

/** Freezes figures, words and the chain's head of this moment; another person issues it. When facts have moved since the draft, they are read first. */
export function proposeEvaluation(ctx: Ctx, input: EvaluationStepInput): number {
  const facts = factsNow(ctx, input)
  return write(ctx, 'proposeEvaluation', input, (tx) => {
    const row = draftToMove(tx, ctx, input, 'propose')
    if (!saysTheSame(row.facts, facts)) refuse('figures-moved')
    const { seq: headSeq, hash: headHash } = chainHead(tx)
    const columns = { state: 'proposed' as const, proposedBy: submitter(ctx), sentBackReason: null }
    moveEvaluation(tx, row, { ...columns, facts, headSeq, headHash, frozenAt: ctx.at, ...withWriter(ctx, row) })
    told(tx, ctx, row, 'evaluation.proposed', { headSeq, headHash })
    return row.id
  })
}

const thawed = { proposedBy: null, headSeq: null, headHash: null, frozenAt: null }

/** Whoever proposed it thinks again. */
export function takeBackEvaluation(ctx: Ctx, input: EvaluationStepInput): number {
  return write(ctx, 'takeBackEvaluation', input, (tx) => {
    allow(canKeepEvaluation(ctx.actor))
    const row = evaluationById(tx, input.id)
    const state = nextBulletinState(row.state, 'take-back')
    allow(canWithdraw(ctx.actor, { submittedBy: found(row.proposedBy) }))
    sameEvaluation(row, input.version)
    moveEvaluation(tx, row, { state, ...thawed })
    told(tx, ctx, row, 'evaluation.taken-back', {})
    return row.id
  })
}

export function sendBackEvaluation(ctx: Ctx, input: EvaluationSendBackInput): number {
  return write(ctx, 'sendBackEvaluation', input, (tx) => {
    allow(canKeepEvaluation(ctx.actor))
    const row = evaluationById(tx, input.id)
    allowEvaluationIssue(ctx, row)
    const state = nextBulletinState(row.state, 'send-back')
    sameEvaluation(row, input.version)
    moveEvaluation(tx, row, { state, ...thawed, sentBackReason: input.reason })
    told(tx, ctx, row, 'evaluation.sent-back', { reason: input.reason })
    return row.id
  })
}

/** Anybody of the bureau goes on with a draft; the version says that it is the one they saw. */
function draftToMove(tx: Tx, ctx: Ctx, input: EvaluationStepInput, step: BulletinStep): EvaluationRow {
  allow(canKeepEvaluation(ctx.actor))
  const row = evaluationById(tx, input.id)
  nextBulletinState(row.state, step)
  sameEvaluation(row, input.version)
  return row
}

function told(tx: Tx, ctx: Ctx, { id }: EvaluationRow, action: NewEvent['action'], body: NonNullable<NewEvent['body']>): void {
  recordEvent(tx, ctx, { action, subject: `evaluation:${id}`, body })
}
