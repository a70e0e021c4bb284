import { desc, eq } from 'drizzle-orm'
import { actorId, type Ctx } from '../../domain/actor'
import { type Admission, type CandidateOutcome, candidateState, type Dismissal, type Merging } from '../../domain/candidate'
import { allow, found, refuse } from '../../domain/errors'
import type { PlanCandidate } from '../../domain/plan'
import { canKeepCandidates } from '../../domain/policy'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { insertWork, refuseTakenName } from '../new-work'
import { planCandidates } from '../queries/plan'
import { workByCode } from '../queries/work'
import { candidateDecisions } from '../schema'
import { notWithdrawn, type Saved } from '../work-change'
import { write } from '../write'

/** It becomes a work of the library, with the plan's clause as its source. */
export function admitCandidate(ctx: Ctx, input: Admission): Saved {
  return write(ctx, 'admitCandidate', input, (tx) => {
    const candidate = openCandidate(tx, ctx, input.candidate)
    refuseTakenName(tx, input.name)
    const { name, sector, town } = input
    const sourceDocument = `《纲要》正文第${candidate.clause.line}行：${candidate.clause.quote}`
    const saved = insertWork(tx, ctx, { name, sector, town, category: null, level: null, industryClass: null }, sourceDocument)
    decide(tx, ctx, candidate, { outcome: 'admitted', projectId: workByCode(tx, saved.code).id, reason: input.reason, work: saved.code })
    return saved
  })
}

/** It is a work that the library has already. */
export function mergeCandidate(ctx: Ctx, input: Merging): Saved {
  return write(ctx, 'mergeCandidate', input, (tx) => {
    const candidate = openCandidate(tx, ctx, input.candidate)
    const work = workByCode(tx, input.code)
    notWithdrawn(work)
    decide(tx, ctx, candidate, { outcome: 'merged', projectId: work.id, reason: input.reason, work: work.code })
    return { code: work.code, version: work.version }
  })
}

/** It is no work of the library, and why. */
export function dismissCandidate(ctx: Ctx, input: Dismissal): void {
  write(ctx, 'dismissCandidate', input, (tx) => {
    decide(tx, ctx, openCandidate(tx, ctx, input.candidate), { outcome: 'dismissed', projectId: null, reason: input.reason, work: null })
  })
}

/** A dismissal or a merging is looked at again; a work that was admitted stays a work. */
export function reconsiderCandidate(ctx: Ctx, input: Dismissal): void {
  write(ctx, 'reconsiderCandidate', input, (tx) => {
    const candidate = candidateOf(tx, ctx, input.candidate)
    const state = candidateState(lastOutcome(tx, candidate.code))
    if (state === 'open' || state === 'admitted') refuse('candidate-settled', {}, { state })
    decide(tx, ctx, candidate, { outcome: 'reconsidered', projectId: null, reason: input.reason, work: null })
  })
}

function candidateOf(tx: Tx, ctx: Ctx, code: string): PlanCandidate {
  allow(canKeepCandidates(ctx.actor))
  return found(planCandidates(tx).find((candidate) => candidate.code === code))
}

function openCandidate(tx: Tx, ctx: Ctx, code: string): PlanCandidate {
  const candidate = candidateOf(tx, ctx, code)
  const state = candidateState(lastOutcome(tx, code))
  if (state !== 'open') refuse('candidate-settled', {}, { state })
  return candidate
}

const lastOutcome = (tx: Tx, code: string): CandidateOutcome | null =>
  tx.select().from(candidateDecisions).where(eq(candidateDecisions.code, code)).orderBy(desc(candidateDecisions.id)).limit(1).get()
    ?.outcome ?? null

type Decision = { outcome: CandidateOutcome; projectId: number | null; reason: string | null; work: string | null }

function decide(tx: Tx, ctx: Ctx, { code, clause }: PlanCandidate, { outcome, projectId, reason, work }: Decision): void {
  const decidedBy = actorId(ctx.actor) ?? refuse('forbidden')
  tx.insert(candidateDecisions).values({ code, outcome, projectId, reason, decidedBy, decidedAt: ctx.at }).run()
  recordEvent(tx, ctx, {
    action: `candidate.${outcome}`,
    subject: `candidate:${code}`,
    body: { candidate: code, quote: clause.quote, work, reason },
  })
}
