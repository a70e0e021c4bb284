import { and, asc, desc, eq, isNull, lt, ne, or } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { yearOf } from '../../domain/calendar'
import type { DecisionLine, Effect } from '../../domain/decision'
import { monthLines } from '../../domain/decision-monthly'
import { completionLines, milestoneLines } from '../../domain/decision-other'
import { found } from '../../domain/errors'
import { worstLight } from '../../domain/light'
import { canReadReviewQueue, canWithdraw } from '../../domain/policy'
import type { ProjectFacts } from '../../domain/summary'
import { orm, type Reader } from '../client'
import { conditions, milestones, organisations, updates } from '../schema'
import { completionBefore, expectedBefore } from './before'
import { type Decision, earlierTries, lightsOf, submission } from './decision'
import { effectsOn } from './effects'
import { evidenceOf } from './evidence'
import { quantityOf } from './form-work'
import { currentPlans, monthFigures } from './project-facts'
import { readableWorkById } from './readable-work'
import { rulesOn } from './rules'
import { milestoneSpokenOf, type UpdateRow } from './update-facts'
import type { Work } from './work'

export type UpdateView = Decision & { mayWithdraw: boolean; laterId: number | null; milestoneId: number | null }

/** One update for whoever may read its work: what it says, beside what stood before; only reviewers see what approving it will change. */
export function updateView(actor: UserActor, id: number, today: Day): UpdateView {
  const db = orm()
  const row = found(db.select().from(updates).where(eq(updates.id, id)).get())
  readableWorkById(db, actor, row.projectId)
  const view = found(updateDecision(db, actor, id, today))
  return {
    ...view,
    mayWithdraw: row.status === 'submitted' && canWithdraw(actor, row),
    laterId: laterOf(db, row),
    milestoneId: row.milestoneId,
  }
}

export function updateDecision(db: Reader, actor: UserActor, id: number, today: Day): Decision | null {
  const row = db.select().from(updates).where(eq(updates.id, id)).get()
  if (!row) return null
  const work = readableWorkById(db, actor, row.projectId)
  const before = beforeOf(db, row)
  const waits = row.status === 'submitted' && canReadReviewQueue(actor)
  const { onBehalfSource, onBehalfOn } = row
  return {
    ...submission(db, actor, row, 'updates'),
    kind: 'update',
    code: work.code,
    title: work.name,
    light: worstLight(lightsOf(db, work.id)),
    about: { update: row.kind, period: row.period, milestone: milestoneOf(db, row)?.name ?? null },
    attempt: row.revision,
    timing: row.timing,
    dueOn: row.dueOn,
    onBehalf: onBehalfSource && onBehalfOn ? `${onBehalfSource} · ${onBehalfOn}` : null,
    remark: row.remark,
    revisionReason: row.revisionReason,
    noChange: row.noChange,
    tries: earlierTries(db, sameSubject(db, row), row.id),
    beforeLabel: row.kind === 'monthly' ? (before?.period ?? null) : null,
    lines: linesOf(db, row, work, before, today),
    effects: waits ? effectsOf(db, row, work, today) : [],
    files: evidenceOf(actor, `update:${row.id}`),
  }
}

const milestoneOf = (db: Reader, { milestoneId }: UpdateRow) =>
  milestoneId === null ? null : (db.select().from(milestones).where(eq(milestones.id, milestoneId)).get() ?? null)

function sameSubject(db: Reader, row: UpdateRow): UpdateRow[] {
  const about =
    row.kind === 'monthly'
      ? eq(updates.period, row.period)
      : row.milestoneId === null
        ? undefined
        : eq(updates.milestoneId, row.milestoneId)
  const same = and(eq(updates.projectId, row.projectId), eq(updates.kind, row.kind), about)
  return db.select().from(updates).where(same).orderBy(asc(updates.id)).all()
}

/** The correction or next try that came after this one. */
const laterOf = (db: Reader, row: UpdateRow): number | null => sameSubject(db, row).find((other) => other.replacesId === row.id)?.id ?? null

/** What stood before: for a correction the approved one it corrects, otherwise the approved month before, as things stood when it was submitted. */
function beforeOf(db: Reader, row: UpdateRow): UpdateRow | null {
  if (row.kind !== 'monthly') return null
  const corrected =
    row.revisionReason !== null && row.replacesId !== null ? db.select().from(updates).where(eq(updates.id, row.replacesId)).get() : null
  if (corrected) return corrected
  const approved = and(
    eq(updates.projectId, row.projectId),
    eq(updates.kind, 'monthly'),
    eq(updates.status, 'approved'),
    lt(updates.period, row.period),
  )
  const stood = and(approved, row.status === 'submitted' ? eq(updates.current, true) : lt(updates.decidedAt, row.submittedAt))
  return db.select().from(updates).where(stood).orderBy(desc(updates.period), desc(updates.id)).limit(1).get() ?? null
}

function linesOf(db: Reader, row: UpdateRow, work: Work, before: UpdateRow | null, today: Day): DecisionLine[] {
  if (row.kind === 'milestone') {
    const milestone = milestoneOf(db, row)
    return milestone ? milestoneLines(row, { ...milestone, ...expectedBefore(db, row, milestone) }) : []
  }
  if (row.kind === 'completion') return completionLines(row, completionBefore(db, row, work))
  const quantity = quantityOf(db, work.id)
  const milestone = milestoneSpokenOf(db, row)
  return monthLines(row, before, {
    figures: monthFigures(db, work.id),
    plan: currentPlans(db, work.id).find((plan) => plan.year === yearOf(row.period)) ?? null,
    rules: rulesOn(db, today).lights.body,
    quantity: quantity && { unit: quantity.unit, planned: quantity.value },
    milestone: milestone && { ...milestone, ...expectedBefore(db, row, milestone) },
    askedOf: unitName(db, row.conditionUnitId),
    askedBefore: openBefore(db, row),
  })
}

const unitName = (db: Reader, id: number | null): string | null =>
  id === null ? null : (db.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, id)).get()?.name ?? null)

/** The condition already open, other than one this update raised itself. */
function openBefore(db: Reader, row: UpdateRow) {
  const open = and(
    eq(conditions.projectId, row.projectId),
    eq(conditions.state, 'open'),
    or(isNull(conditions.updateId), ne(conditions.updateId, row.id)),
  )
  return (
    db.select({ kind: conditions.kind, ask: conditions.ask }).from(conditions).where(open).orderBy(desc(conditions.id)).limit(1).get() ??
    null
  )
}

/** The facts as they will be once this update counts. */
function effectsOf(db: Reader, row: UpdateRow, work: Work, today: Day): Effect[] {
  if (row.kind === 'monthly') return [...effectsOn(db, work, today, withMonth(row)), ...monthEffects(db, row)]
  if (row.kind === 'completion') {
    const { completedOn: on, finalYuan: yuan } = row
    const done: Effect[] = on ? [{ code: 'completed', params: { day: on } }] : []
    const final = yuan !== null && on !== null ? { yuan, on } : null
    return [
      ...done,
      ...effectsOn(db, work, today, (facts) => ({ ...facts, final, stage: facts.stage === 'operation' ? 'operation' : 'completed' })),
    ]
  }
  const milestone = milestoneOf(db, row)
  if (!milestone) return []
  const met = (facts: ProjectFacts): ProjectFacts => ({
    ...facts,
    milestones: facts.milestones.map((each) => (each.name === milestone.name ? { ...each, metOn: row.metOn } : each)),
  })
  const said = row.metOn ? 'milestone-met' : 'forecast-moves'
  return [{ code: said, params: { name: milestone.name, day: row.metOn ?? row.forecastOn ?? '' } }, ...effectsOn(db, work, today, met)]
}

const withMonth =
  (row: UpdateRow) =>
  (facts: ProjectFacts): ProjectFacts => {
    const figure = { month: row.period, yearToDateYuan: row.yearToDateYuan }
    return { ...facts, figures: [...facts.figures.filter(({ month }) => month !== row.period), figure] }
  }

function monthEffects(db: Reader, row: UpdateRow): Effect[] {
  const milestone = row.forecastOn === null ? null : milestoneSpokenOf(db, row)
  const moves: Effect[] =
    milestone?.metOn === null ? [{ code: 'forecast-moves', params: { name: milestone.name, day: row.forecastOn ?? '' } }] : []
  if (row.conditionKind === null || row.conditionAsk === null) return moves
  const open = and(
    eq(conditions.projectId, row.projectId),
    eq(conditions.kind, row.conditionKind),
    eq(conditions.ask, row.conditionAsk),
    eq(conditions.state, 'open'),
  )
  const already = db.select().from(conditions).where(open).get()
  return already ? moves : [...moves, { code: 'condition-raised', params: { kind: row.conditionKind } }]
}
