import { eq } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { Day, Instant } from '../../domain/calendar'
import type { RoundKind } from '../../domain/inspection'
import { canKeepRounds, canSettleVisit } from '../../domain/policy'
import type { RatingLevel, VisitConflict } from '../../domain/visit'
import type { FigureSeen } from '../../domain/visit-compare'
import { isCounting, type VisitSettlement, waitsForSettling } from '../../domain/visit-standing'
import { orm } from '../client'
import { findings } from '../schema'
import { type EvidenceItem, evidenceOf } from './evidence'
import { type People, type Person, peopleOf } from './people'
import type { RoundRow } from './round-access'
import { type FoundThere, findingsWhere } from './visit-findings'
import { type FigureNames, figureNames, linesOf } from './visit-lines'
import { readableVisit, type VisitRow } from './visit-readable'

export type RoundHead = { id: number; title: string; kind: RoundKind; quarter: string }
export type Settled = { outcome: VisitSettlement; by: Person | null; on: Day | null; reason: string | null }

/** One inspector at one site, as it was handed in. */
export type Visit = {
  id: number
  inspector: Person | null
  visitedOn: Day
  startedAt: Instant
  endedAt: Instant | null
  receivedAt: Instant
  finished: boolean
  counts: boolean
  conflict: VisitConflict | null
  settled: Settled | null
  present: string[]
  words: string | null
  rating: { level: RatingLevel; reason: string | null } | null
  lines: FigureSeen[]
  photos: EvidenceItem[]
}
export type VisitView = Visit & {
  code: string
  work: string
  round: RoundHead
  names: FigureNames
  findings: FoundThere[]
  /** Only for the supervisors: rounded to about a kilometre, where the inspector turned it on. */
  position: { lat: number; lon: number } | null
  maySettle: boolean
  /** The page on which the visits to this work stand side by side. */
  site: string | null
}

export const roundHead = ({ id, title, kind, quarter }: RoundRow): RoundHead => ({ id, title, kind, quarter })

export function visitView(actor: UserActor, id: number): VisitView {
  const db = orm()
  const { visit, work, round } = readableVisit(db, actor, id)
  const people = peopleOf(db, [visit.inspectorId, visit.settledBy])
  const position = canKeepRounds(actor) && visit.lat !== null && visit.lon !== null ? { lat: visit.lat, lon: visit.lon } : null
  return {
    ...visitOf(visit, actor, people, linesOf(db, [id]).get(id) ?? []),
    ...{ code: work.code, work: work.name, round: roundHead(round), names: figureNames(db, work.id), position },
    findings: findingsWhere(db, actor, eq(findings.visitId, id)),
    maySettle: waitsForSettling(visit) && canSettleVisit(actor, visit),
    site: visit.roundWorkId === null ? null : `/inspections/${round.id}/works/${work.code}`,
  }
}

export function visitOf(visit: VisitRow, reader: UserActor, people: People, lines: FigureSeen[]): Visit {
  const { id, visitedOn, startedAt, endedAt, receivedAt, finishedAt, conflict, words, ratingLevel, ratingReason } = visit
  return {
    ...{ id, visitedOn, startedAt, endedAt, receivedAt, conflict, words, lines },
    inspector: people.get(visit.inspectorId) ?? null,
    finished: finishedAt !== null,
    counts: isCounting(visit),
    settled: settledOf(visit, people),
    present: visit.present ?? [],
    rating: ratingLevel && { level: ratingLevel, reason: ratingReason },
    photos: evidenceOf(reader, `visit:${id}`),
  }
}

function settledOf({ settled, settledBy, settledOn, settledReason }: VisitRow, people: People): Settled | null {
  return settled && { outcome: settled, by: people.get(settledBy ?? 0) ?? null, on: settledOn, reason: settledReason }
}
