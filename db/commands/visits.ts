import { and, eq, inArray } from 'drizzle-orm'
import type { Ctx } from '../../domain/actor'
import type { Instant } from '../../domain/calendar'
import { allow, found, Refusal, refuse } from '../../domain/errors'
import type { FieldItem, SeenFigureRecord } from '../../domain/field-items'
import { canRateVisit, canRegisterFinding } from '../../domain/policy'
import type { VisitConflict } from '../../domain/visit'
import { figureIssues } from '../../domain/visit-figures'
import { isCounting } from '../../domain/visit-standing'
import { correctedInstant, dayBefore } from '../../domain/visit-time'
import type { Tx } from '../client'
import { recordEvent } from '../events'
import { insertFinding } from '../inspection/findings'
import { basesOf, isSameBasis } from '../inspection/visit-basis'
import { countVisit, openSite } from '../inspection/visit-counting'
import { disputeOf, ownVisit, type Place, placeOf, placeToVisit } from '../inspection/visit-place'
import { roundById } from '../queries/round-access'
import type { VisitRow } from '../queries/visit-readable'
import { workById } from '../queries/work'
import { submitter } from '../review'
import { findings, milestones, users, visitFigures, visits } from '../schema'
import { write } from '../write'

type Item<Kind extends FieldItem['kind']> = Extract<FieldItem, { kind: Kind }>
export type FieldReceipt = { status: 'received' | 'conflict'; at: Instant }

/** Whether it will count once it is finished, as far as one can tell now. */
const receiptOf = (ctx: Ctx, { conflict, settled }: Pick<VisitRow, 'conflict' | 'settled'>): FieldReceipt => ({
  status: isCounting({ finishedAt: ctx.at, conflict, settled }) ? 'received' : 'conflict',
  at: ctx.at,
})

/** Somebody has come to a site. The first one begins the round; one that does not fit is kept, and a person will look. */
export function startVisit(ctx: Ctx, input: Item<'visit-started'>): FieldReceipt {
  return write(ctx, 'startVisit', input, (tx) => {
    const place = placeToVisit(tx, ctx, input)
    if (tx.select().from(visits).where(eq(visits.clientId, input.visit)).get()) refuse('key-reused')
    const visit = insertVisit(tx, ctx, input, place)
    const { startedAt, conflict, visitedOn } = visit
    const device = { startedAt: input.startedAt, offsetMs: input.offsetMs }
    const body = { visit: visit.id, round: place.round.id, visitedOn, startedAt, device, conflict }
    recordEvent(tx, ctx, { action: 'visit.started', subject: `project:${place.work.code}`, body })
    openSite(tx, ctx, visit)
    return receiptOf(ctx, visit)
  })
}

function insertVisit(tx: Tx, ctx: Ctx, input: Item<'visit-started'>, place: Place): VisitRow {
  const { basis, offsetMs } = input
  const startedAt = correctedInstant(input.startedAt, offsetMs, { earliest: basis.packagedAt, latest: ctx.at })
  const row = {
    clientId: input.visit,
    roundId: place.round.id,
    projectId: place.work.id,
    roundWorkId: place.roundWork?.id ?? null,
    inspectorId: submitter(ctx),
    startedAt,
    visitedOn: dayBefore(ctx, startedAt),
    receivedAt: ctx.at,
    clockOffsetMs: offsetMs,
    basis,
    conflict: disputeOf(place) ?? changed(tx, place, input),
  }
  return tx.insert(visits).values(row).returning().get()
}

function changed(tx: Tx, { work }: Place, { basis }: Item<'visit-started'>): VisitConflict | null {
  return isSameBasis(found(basesOf(tx, [work]).get(work.id)), basis) ? null : 'changed'
}

/** What was seen there, for good: a visit is finished once. */
export function finishVisit(ctx: Ctx, input: Item<'visit-finished'>): FieldReceipt {
  return write(ctx, 'finishVisit', input, (tx) => {
    const visit = ownVisit(tx, ctx, input.visit)
    if (visit.finishedAt !== null) refuse('visit-finished')
    allow(input.rating === null || canRateVisit(ctx.actor))
    checkFigures(tx, visit, input.figures)
    const finished = finish(tx, ctx, visit, input)
    for (const record of input.figures) tx.insert(visitFigures).values(figureRow(visit.id, record)).run()
    const { id, conflict } = finished
    const body = { visit: id, figures: input.figures, rating: input.rating, words: input.words, conflict }
    recordEvent(tx, ctx, { action: 'visit.finished', subject: `project:${workById(tx, visit.projectId).code}`, body })
    if (isCounting(finished)) countVisit(tx, ctx, finished)
    return receiptOf(ctx, finished)
  })
}

function finish(tx: Tx, ctx: Ctx, visit: VisitRow, input: Item<'visit-finished'>): VisitRow {
  const { present, words, rating, position } = input
  const columns = {
    endedAt: correctedInstant(input.endedAt, input.offsetMs, { earliest: visit.startedAt, latest: ctx.at }),
    finishedAt: ctx.at,
    conflict: conflictNow(tx, ctx, visit),
    ...{ present, words },
    ...{ ratingLevel: rating?.level ?? null, ratingReason: rating?.reason ?? null },
    ...{ lat: position?.lat ?? null, lon: position?.lon ?? null },
  }
  return tx.update(visits).set(columns).where(eq(visits.id, visit.id)).returning().get()
}

/** The round may have ended, or the work been withdrawn, while somebody was still there. */
function conflictNow(tx: Tx, ctx: Ctx, visit: VisitRow): VisitConflict | null {
  if (!isCounting({ ...visit, finishedAt: ctx.at }) || visit.settled !== null) return visit.conflict
  return disputeOf(placeOf(tx, ctx, roundById(tx, visit.roundId), workById(tx, visit.projectId))) ?? visit.conflict
}

function checkFigures(tx: Tx, { projectId }: VisitRow, figures: readonly SeenFigureRecord[]): void {
  const ids = figures.flatMap(({ figure }) => (figure.startsWith('milestone:') ? [Number(figure.slice('milestone:'.length))] : []))
  const mine = and(eq(milestones.projectId, projectId), inArray(milestones.id, ids))
  const known = new Set(
    tx
      .select({ id: milestones.id })
      .from(milestones)
      .where(mine)
      .all()
      .map(({ id }) => id),
  )
  const foreign = ids
    .filter((id) => !known.has(id))
    .map((id) => ({ field: `figures.milestone:${id}.figure`, code: 'wrong-milestone' as const }))
  const issues = [...figureIssues(figures), ...foreign]
  if (issues.length > 0) throw new Refusal('invalid', { issues })
}

function figureRow(visitId: number, { figure, result, reported, approved, value, why }: SeenFigureRecord) {
  const number = (said: string | number | null) => (typeof said === 'number' ? said : null)
  const text = (said: string | number | null) => (typeof said === 'string' ? said : null)
  return {
    ...{ visitId, figure, result, why },
    ...{ reportedNumber: number(reported), reportedText: text(reported) },
    ...{ approvedNumber: number(approved), approvedText: text(approved) },
    ...{ seenNumber: number(value), seenText: text(value) },
  }
}

/** A problem found on a site goes into the register; it may come before or after the end of its visit. */
export function addFieldFinding(ctx: Ctx, input: Item<'finding'>): FieldReceipt {
  return write(ctx, 'addFieldFinding', input, (tx) => {
    const visit = ownVisit(tx, ctx, input.visit)
    allow(canRegisterFinding(ctx.actor))
    if (tx.select().from(findings).where(eq(findings.clientId, input.id)).get()) refuse('key-reused')
    const foundAt = correctedInstant(input.deviceAt, input.offsetMs, { earliest: visit.startedAt, latest: ctx.at })
    const { category, severity, basis, facts } = input
    insertFinding(tx, ctx, {
      // Numbered with its round, also when the site is reached after the quarter's end.
      quarter: roundById(tx, visit.roundId).quarter,
      ...{ clientId: input.id, roundId: visit.roundId, visitId: visit.id, projectId: visit.projectId },
      ...{ source: 'inspection', category, severity, basis, facts },
      ...{ foundBy: inspectorName(tx, visit), foundOn: dayBefore(ctx, foundAt) },
    })
    return { status: 'received', at: ctx.at }
  })
}

const inspectorName = (tx: Tx, { inspectorId }: VisitRow): string =>
  found(tx.select({ name: users.name }).from(users).where(eq(users.id, inspectorId)).get()).name
