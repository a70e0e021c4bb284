import { and, desc, eq, gt, isNotNull } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { allow, found } from '../../domain/errors'
import { canDraftRules, canReadRules, canReview, canWithdraw } from '../../domain/policy'
import type { ReviewStatus } from '../../domain/review-workflow'
import { type RuleKind, ruleKinds } from '../../domain/rules'
import { ruleChanges } from '../../domain/rules-fields'
import { orm } from '../client'
import { ruleSets } from '../schema'
import { type Person, peopleOf } from './people'
import { ruleInForce } from './rules'

/** One version as its list shows it; `status` null = it came with the house. */
export type RuleVersion = {
  id: number
  version: number
  effectiveFrom: Day
  document: string | null
  reason: string | null
  status: ReviewStatus | null
  draftedBy: Person | null
  submittedAt: string | null
  decidedBy: Person | null
  decidedAt: string | null
  decisionReason: string | null
}
type Head = Pick<RuleVersion, 'version' | 'effectiveFrom' | 'document'>
export type RuleRow = { kind: RuleKind; inForce: Head; upcoming: Head | null; waiting: boolean }

/** Every kind with the version in force today, the next one that is approved, and whether one waits. */
export function ruleDesk(actor: Actor, today: Day): RuleRow[] {
  allow(canReadRules(actor))
  return ruleKinds.map((kind) => ({
    kind,
    inForce: headOf(kind, ruleInForce(orm(), kind, today).version),
    upcoming: upcomingOf(kind, today),
    waiting: waitingOf(kind) !== undefined,
  }))
}

const columns = { version: ruleSets.version, effectiveFrom: ruleSets.effectiveFrom, document: ruleSets.document }

function headOf(kind: RuleKind, version: number): Head {
  return found(
    orm()
      .select(columns)
      .from(ruleSets)
      .where(and(eq(ruleSets.kind, kind), eq(ruleSets.version, version)))
      .get(),
  )
}

function upcomingOf(kind: RuleKind, today: Day): Head | null {
  const later = and(eq(ruleSets.kind, kind), isNotNull(ruleSets.approvedAt), gt(ruleSets.effectiveFrom, today))
  return orm().select(columns).from(ruleSets).where(later).orderBy(ruleSets.effectiveFrom).limit(1).get() ?? null
}

const waitingOf = (kind: RuleKind) =>
  orm()
    .select()
    .from(ruleSets)
    .where(and(eq(ruleSets.kind, kind), eq(ruleSets.status, 'submitted')))
    .get()

export type RuleChange = ReturnType<typeof ruleChanges>[number]
/** What waits, and what this reader may do with it. */
export type WaitingRule = RuleVersion & { body: unknown; changes: RuleChange[]; mayDecide: boolean; mayWithdraw: boolean }
export type RuleView = {
  kind: RuleKind
  inForce: Head & { body: unknown }
  upcoming: Head | null
  waiting: WaitingRule | null
  versions: RuleVersion[]
  mayDraft: boolean
}

/** One kind: the rule in force, what waits and every version, the latest first. */
export function ruleView(actor: Actor, kind: string, today: Day): RuleView {
  allow(canReadRules(actor))
  const known = found(ruleKinds.find((each) => each === kind))
  const { version, body } = ruleInForce(orm(), known, today)
  const versions = versionsOf(known)
  return {
    kind: known,
    inForce: { ...headOf(known, version), body },
    upcoming: upcomingOf(known, today),
    waiting: waitingRule(actor, known, body, versions),
    versions,
    mayDraft: canDraftRules(actor),
  }
}

const mostVersions = 50

function versionsOf(kind: RuleKind): RuleVersion[] {
  const rows = orm()
    .select({
      ...columns,
      id: ruleSets.id,
      reason: ruleSets.reason,
      status: ruleSets.status,
      draftedBy: ruleSets.draftedBy,
      submittedAt: ruleSets.submittedAt,
      decidedBy: ruleSets.decidedBy,
      decidedAt: ruleSets.decidedAt,
      decisionReason: ruleSets.decisionReason,
    })
    .from(ruleSets)
    .where(eq(ruleSets.kind, kind))
    .orderBy(desc(ruleSets.version))
    .limit(mostVersions)
    .all()
  const people = peopleOf(
    orm(),
    rows.flatMap(({ draftedBy, decidedBy }) => [draftedBy, decidedBy]),
  )
  const person = (id: number | null) => people.get(id ?? 0) ?? null
  return rows.map((row) => ({ ...row, draftedBy: person(row.draftedBy), decidedBy: person(row.decidedBy) }))
}

function waitingRule(actor: Actor, kind: RuleKind, inForce: unknown, versions: readonly RuleVersion[]): WaitingRule | null {
  const row = waitingOf(kind)
  const version = versions.find(({ id }) => id === row?.id)
  if (!row || !version) return null
  const submitted = { submittedBy: row.draftedBy ?? 0 }
  return {
    ...version,
    body: row.body,
    changes: ruleChanges(kind, inForce, row.body),
    mayDecide: canDraftRules(actor) && canReview(actor, submitted),
    mayWithdraw: canWithdraw(actor, submitted),
  }
}
