import { and, eq } from 'drizzle-orm'
import { type Ctx, hasRole } from '../domain/actor'
import { type Day, isDay, type Month, reportDueOn } from '../domain/calendar'
import { completionDraft, milestoneDraft, monthlyDraft } from '../domain/draft'
import { reportingFrom } from '../domain/duty'
import { allow, Refusal, refuse, refuseField } from '../domain/errors'
import { canEnterOnBehalf, canSubmitUpdate, isOwn } from '../domain/policy'
import type { UpdateKind } from '../domain/update'
import { timingOf } from '../domain/update-timing'
import type { Tx } from './client'
import { handInDraft } from './drafts'
import { recordEvent } from './events'
import { dutyFacts, monthlyTries } from './queries/project-facts'
import { rulesOn } from './queries/rules'
import type { UpdateRow } from './queries/update-facts'
import type { Work } from './queries/work'
import { submitter } from './review'
import { updates } from './schema'
import { refreshProject } from './summaries'

type OnBehalf = { onBehalfSource: string | null; onBehalfOn: Day | null }

/** Own unit, or the bureau on behalf with source and date (代填). Another unit's work does not exist for an owner. */
export function allowSubmission(ctx: Ctx, work: Work, input: OnBehalf): void {
  seen(ctx, work)
  allow(canSubmitUpdate(ctx.actor, work) || canEnterOnBehalf(ctx.actor))
  checkOnBehalf(ctx, input)
  if (work.stage === 'withdrawn') refuse('withdrawn-work')
}

export function seen(ctx: Ctx, work: Work): void {
  if (hasRole(ctx.actor, 'owner') && !isOwn(ctx.actor, work)) refuse('not-found')
}

/** What the bureau enters for somebody says by what and when it came; nobody else enters for somebody. */
export function checkOnBehalf(ctx: Ctx, { onBehalfSource, onBehalfOn }: OnBehalf): void {
  if (!canEnterOnBehalf(ctx.actor)) {
    allow(onBehalfSource === null && onBehalfOn === null)
    return
  }
  if (onBehalfSource === null) refuseField('onBehalfSource', 'on-behalf-needs-source')
  if (onBehalfOn === null || !isDay(onBehalfOn)) refuseField('onBehalfOn', 'on-behalf-needs-source')
  if (onBehalfOn > ctx.today) refuseField('onBehalfOn', 'in-the-future')
}

/** What an update is about: a project's month, one of its milestones, or its completion. */
export type Subject = { kind: UpdateKind; period: Month; milestoneId: number | null }

const sameSubject = (work: Work, { kind, period, milestoneId }: Subject) =>
  and(
    eq(updates.projectId, work.id),
    eq(updates.kind, kind),
    kind === 'monthly' ? eq(updates.period, period) : undefined,
    milestoneId === null ? undefined : eq(updates.milestoneId, milestoneId),
  )

/** The tries before this one: refused while one is open; the last returned one, or the approved one, is replaced. */
function previousTries(tx: Tx, work: Work, subject: Subject): { rows: UpdateRow[]; current: UpdateRow | undefined } {
  const rows = tx.select().from(updates).where(sameSubject(work, subject)).orderBy(updates.id).all()
  const open = rows.find((row) => row.status === 'submitted')
  if (open) refuse('one-open', {}, { id: open.id, submittedBy: open.submittedBy, submittedAt: open.submittedAt })
  return { rows, current: rows.find((row) => row.current) }
}

type Told =
  | 'noChange'
  | 'yearToDateYuan'
  | 'step'
  | 'progressText'
  | 'percent'
  | 'quantityDone'
  | 'conditionKind'
  | 'conditionAsk'
  | 'conditionUnitId'
type Dated = 'forecastOn' | 'metOn' | 'reason' | 'completedOn' | 'finalYuan' | 'documentNo'
type About = 'remark' | 'revisionReason' | 'onBehalfSource' | 'onBehalfOn'
export type NewFacts = Partial<Pick<UpdateRow, Told | Dated | About>> & { warnings: string[] }

/** Writes one submitted update with its time judged, its files and its event; the draft it grew from is gone. Returns its id. */
export function insertUpdate(tx: Tx, ctx: Ctx, work: Work, subject: Subject, facts: NewFacts): number {
  const { rows, current } = previousTries(tx, work, subject)
  const corrects = current !== undefined && (subject.kind !== 'milestone' || current.metOn !== null)
  if (corrects && !facts.revisionReason) refuseField('revisionReason', 'revision-needs-reason')
  const told = { ...facts, revisionReason: corrects ? (facts.revisionReason ?? null) : null }
  const row = {
    ...told,
    ...subject,
    ...timeOf(tx, ctx, work, subject, told),
    projectId: work.id,
    status: 'submitted' as const,
    revision: rows.length + 1,
    replacesId: (current ?? rows.at(-1))?.id ?? null,
    submittedBy: submitter(ctx),
    submittedAt: ctx.at,
    submittedOn: ctx.today,
  }
  const { id } = tx.insert(updates).values(row).returning({ id: updates.id }).get()
  const evidence = handInDraft(tx, ctx, draftOf(work, subject), `update:${id}`)
  recordEvent(tx, ctx, {
    action: 'update.submitted',
    subject: `project:${work.code}`,
    body: { update: id, ...subject, facts: told, evidence },
  })
  refreshProject(tx, ctx.today, work.id)
  return id
}

function draftOf({ code }: Work, { kind, period, milestoneId }: Subject): string {
  if (kind === 'monthly') return monthlyDraft(code, period)
  return kind === 'milestone' && milestoneId !== null ? milestoneDraft(code, milestoneId) : completionDraft(code)
}

function timeOf(
  tx: Tx,
  ctx: Ctx,
  work: Work,
  { kind, period }: Subject,
  { revisionReason, metOn }: Pick<NewFacts, 'revisionReason' | 'metOn'>,
) {
  const facts = dutyFacts(tx, work.id)
  const from = reportingFrom(facts)
  if (kind !== 'monthly') {
    const backfilled = kind === 'completion' || (Boolean(metOn) && (from === null || period < from))
    return { timing: backfilled ? ('back-filled' as const) : ('on-time' as const), backfilled, dueOn: null }
  }
  if (revisionReason) return { timing: 'on-time' as const, backfilled: from === null || period < from, dueOn: null }
  const { duty, holidays } = rulesOn(tx, ctx.today)
  const dueOn = reportDueOn(period, duty.dueDay, holidays)
  const tries = monthlyTries(tx, work.id).get(period) ?? []
  const timing = timingOf(period, tries, ctx.today, dueOn, facts, duty, holidays)
  return { timing, backfilled: timing === 'back-filled', dueOn }
}

/** Oddities go through with a remark; without one the person is asked for it, with everything kept. */
export function needRemark(warnings: readonly string[], remark: string | null): void {
  if (warnings.length === 0 || remark !== null) return
  throw new Refusal('needs-remark', { issues: [{ field: 'remark', code: 'needs-remark' }], current: { warnings } })
}
