import { asc, eq } from 'drizzle-orm'
import { isSelf, type UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { clockRuns, type FindingState } from '../../domain/finding-workflow'
import { canDecideExtension, canVerify } from '../../domain/policy'
import type { ReviewStatus } from '../../domain/review-workflow'
import type { Reader } from '../client'
import { findingExtensions, findingSteps, organisations } from '../schema'
import { type EvidenceItem, evidenceOf } from './evidence'
import type { FindingRow } from './finding-owned'
import { type Person, peopleOf } from './people'

export type StepItem = {
  id: number
  step: string
  toState: FindingState
  words: string | null
  /** The unit it was put to by this step. */
  unit: string | null
  dueOn: Day | null
  by: Person | null
  onDay: Day
  at: string
  files: EvidenceItem[]
}

/** What was done, in order, with its proof; whoever reads the finding reads them all. */
export function stepsOf(db: Reader, actor: UserActor, findingId: number): StepItem[] {
  const rows = db
    .select({ step: findingSteps, unit: organisations.name })
    .from(findingSteps)
    .leftJoin(organisations, eq(organisations.id, findingSteps.unitId))
    .where(eq(findingSteps.findingId, findingId))
    .orderBy(asc(findingSteps.id))
    .all()
  const people = peopleOf(
    db,
    rows.map(({ step }) => step.byId),
  )
  return rows.map(({ step: { id, step, toState, words, dueOn, byId, onDay, at }, unit }) => ({
    ...{ id, step, words, unit, dueOn, onDay, at },
    toState: toState as FindingState,
    by: people.get(byId) ?? null,
    files: step === 'request' ? evidenceOf(actor, `finding-step:${id}`) : [],
  }))
}

export type ExtensionItem = {
  id: number
  status: ReviewStatus
  previousDueOn: Day
  dueOn: Day
  reason: string
  by: Person | null
  at: string
  decidedBy: Person | null
  decidedAt: string | null
  decisionReason: string | null
  /** Nobody answered before the deadline was over with. */
  lapsed: boolean
  mayDecide: boolean
  /** The deadline still runs, and is the one it asks to move; otherwise it can only be returned. */
  mayApprove: boolean
  mayWithdraw: boolean
}

export function extensionsOf(
  db: Reader,
  { id: findingId, state, dueOn: present }: FindingRow,
  by: readonly number[],
  actor: UserActor,
): ExtensionItem[] {
  const rows = db
    .select()
    .from(findingExtensions)
    .where(eq(findingExtensions.findingId, findingId))
    .orderBy(asc(findingExtensions.id))
    .all()
  const people = peopleOf(
    db,
    rows.flatMap(({ submittedBy, decidedBy }) => [submittedBy, decidedBy]),
  )
  return rows.map((row) => {
    const { id, status, previousDueOn, dueOn, reason, submittedAt, decidedAt, decisionReason } = row
    const waits = status === 'submitted'
    const mayDecide = waits && canDecideExtension(actor, row) && canVerify(actor, { handledBy: by })
    return {
      ...{ id, status, previousDueOn, dueOn, reason, decidedAt, decisionReason, at: submittedAt },
      by: people.get(row.submittedBy) ?? null,
      decidedBy: people.get(row.decidedBy ?? 0) ?? null,
      lapsed: status === 'withdrawn' && row.decidedBy !== row.submittedBy,
      mayDecide,
      mayApprove: mayDecide && clockRuns(state) && previousDueOn === present,
      mayWithdraw: waits && isSelf(actor, row.submittedBy),
    }
  })
}
