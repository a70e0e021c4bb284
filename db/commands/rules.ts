import { desc, eq } from 'drizzle-orm'
import { actorId, type Ctx } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { allow, found, refuse, refuseField, sameVersion } from '../../domain/errors'
import type { Json } from '../../domain/events'
import { canDraftRules } from '../../domain/policy'
import type { ReviewStep } from '../../domain/review-workflow'
import { bodyOf, mayTakeEffect, type RulesInput, triedKinds } from '../../domain/rules'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { hashJson } from '../hash'
import { ruleInForce } from '../queries/rules'
import { decisionOn, submitter } from '../review'
import { projectList, ruleSets } from '../schema'
import { write } from '../write'

type RuleSet = typeof ruleSets.$inferSelect

/** A changed rule with its effective date; nothing follows it before another person approves. Returns its id. */
export function submitRules(ctx: Ctx, input: RulesInput): number {
  return write(ctx, 'submitRules', input, (tx) => {
    allow(canDraftRules(ctx.actor))
    const { kind, effectiveFrom, document, reason } = input
    const inForce = ruleInForce(tx, kind, ctx.today)
    sameVersion(inForce, input.version)
    if (!mayTakeEffect(effectiveFrom, ctx.today)) refuseField('effectiveFrom', 'rules-effective')
    const rows = tx.select().from(ruleSets).where(eq(ruleSets.kind, kind)).orderBy(desc(ruleSets.version)).all()
    const last = found(rows.find(({ approvedAt }) => approvedAt !== null))
    refuseBefore(last, effectiveFrom)
    const body = JSON.parse(JSON.stringify(bodyOf(kind, input.form, last.body))) as Json
    if (hashJson(body) === hashJson(last.body as Json) && document === last.document) refuse('rules-same')
    if (rows.some(({ status }) => status === 'submitted')) refuse('one-waiting')
    const version = (rows[0]?.version ?? 0) + 1
    const row = { kind, version, effectiveFrom, body, document, reason }
    const { id } = tx
      .insert(ruleSets)
      .values({ ...row, status: 'submitted', draftedBy: submitter(ctx), submittedAt: ctx.at })
      .returning({ id: ruleSets.id })
      .get()
    recordEvent(tx, ctx, { action: 'rules.submitted', subject: `rules:${kind}`, body: { ...row, changes: inForce.version } })
    return id
  })
}

/** Of two versions the later one counts: one that begins sooner would take away what was approved for a later day. */
function refuseBefore(last: RuleSet, effectiveFrom: Day): void {
  if (effectiveFrom < last.effectiveFrom) refuseField('effectiveFrom', 'before-previous', { day: last.effectiveFrom })
}

/** In force from its date on. Works that follow it are rated anew, a step at a time (rerate.ts), once that day has come. */
export function approveRules(ctx: Ctx, id: number): void {
  write(ctx, 'approveRules', { id }, (tx) => {
    const row = waitingRules(tx, ctx, id)
    const decision = decisionOn(ctx, reviewable(row), 'approve', null)
    if (!mayTakeEffect(row.effectiveFrom, ctx.today)) refuse('rules-effective')
    tx.update(ruleSets)
      .set({ ...decision, approvedBy: actorId(ctx.actor), approvedAt: ctx.at })
      .where(eq(ruleSets.id, id))
      .run()
    // No row stands for a day any more until it is computed by the new rule; on a later day all are computed anyway.
    if (triedKinds.includes(row.kind) && row.effectiveFrom <= ctx.today) tx.update(projectList).set({ ratedOn: '' }).run()
    recordDecision(tx, ctx, row, 'rules.approved', null)
  })
}

export function returnRules(ctx: Ctx, id: number, reason: string): void {
  write(ctx, 'returnRules', { id, reason }, (tx) => closeRules(tx, ctx, id, 'return', reason))
}

export function withdrawRules(ctx: Ctx, id: number): void {
  write(ctx, 'withdrawRules', { id }, (tx) => closeRules(tx, ctx, id, 'withdraw', null))
}

const closed = { return: 'rules.returned', withdraw: 'rules.withdrawn' } as const

function closeRules(tx: Tx, ctx: Ctx, id: number, step: Exclude<ReviewStep, 'approve'>, reason: string | null): void {
  const row = waitingRules(tx, ctx, id)
  tx.update(ruleSets)
    .set(decisionOn(ctx, reviewable(row), step, reason))
    .where(eq(ruleSets.id, id))
    .run()
  recordDecision(tx, ctx, row, closed[step], reason)
}

function waitingRules(tx: Tx, ctx: Ctx, id: number): RuleSet {
  allow(canDraftRules(ctx.actor))
  return found(tx.select().from(ruleSets).where(eq(ruleSets.id, id)).get())
}

/** A version that came with the house was submitted by nobody and decided before. */
const reviewable = (row: RuleSet) => ({ ...row, submittedBy: row.draftedBy ?? 0, status: row.status ?? ('approved' as const) })

type Decided = 'rules.approved' | 'rules.returned' | 'rules.withdrawn'

function recordDecision(
  tx: Tx,
  ctx: Ctx,
  { kind, version, effectiveFrom, document }: RuleSet,
  action: Decided,
  reason: string | null,
): void {
  recordEvent(tx, ctx, { action, subject: `rules:${kind}`, body: { version, effectiveFrom, document, reason } })
}
