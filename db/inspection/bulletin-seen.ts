import { and, count, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import type { DrawFact } from '../../domain/bulletin'
import type { Reader } from '../client'
import { visitFigures, visits } from '../schema'
import type { RoundRow } from './bulletin-row'
import { drawsOf } from './round-draws'

/** A visit counts when it was handed in, and nothing keeps it from counting or a person decided that it does. */
const counting = (roundId: number) =>
  and(
    eq(visits.roundId, roundId),
    isNotNull(visits.finishedAt),
    or(eq(visits.settled, 'counts'), and(isNull(visits.settled), or(isNull(visits.conflict), eq(visits.conflict, 'changed')))),
  )

/** Visits of the round that count, and the works of its list that they were to. */
export function countedVisits(db: Reader, roundId: number): { visits: number; works: Set<number> } {
  const rows = db.select({ work: visits.roundWorkId }).from(visits).where(counting(roundId)).all()
  return { visits: rows.length, works: new Set(rows.flatMap(({ work }) => work ?? [])) }
}

/** Seen against reported, figure by figure. */
export function seenCounts(db: Reader, roundId: number): { compared: number; agreeing: number; unchecked: number } {
  const rows = db
    .select({ result: visitFigures.result, figures: count() })
    .from(visitFigures)
    .innerJoin(visits, eq(visits.id, visitFigures.visitId))
    .where(and(counting(roundId), inArray(visitFigures.result, ['agrees', 'differs', 'unchecked'])))
    .groupBy(visitFigures.result)
    .all()
  const of = (result: string) => rows.find((row) => row.result === result)?.figures ?? 0
  return { compared: of('agrees') + of('differs'), agreeing: of('agrees'), unchecked: of('unchecked') }
}

/** What was drawn and how, also by rounds that were given up before: enough to find the exported files' draws again. */
export function drawFacts(db: Reader, round: RoundRow): DrawFact[] {
  return drawsOf(db, round).flatMap(({ file, drawnAt, removed, abandoned }) => {
    if (file === null || drawnAt === null) return []
    const { n, reason, version, seed, seedHash, publicValue, publicSource, frozenAt, listHash, count, stratify, weighted, drawn } = file
    const named = { n, reason, version, seed, seedHash, publicValue, publicSource, frozenAt, listHash }
    const shown = { abandoned: abandoned?.title ?? null, removed: removed ?? [], candidates: file.candidates.length }
    return [{ ...named, ...shown, count, stratify, weighted, drawn }]
  })
}
