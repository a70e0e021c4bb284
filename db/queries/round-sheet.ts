import { and, asc, count, eq, inArray, max, sql } from 'drizzle-orm'
import type { UserActor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { findingStates, isFindingDone } from '../../domain/finding-workflow'
import type { RatingLevel, SeenResult } from '../../domain/visit'
import { orm, type Reader } from '../client'
import { findings, ratings, roundWorks, visitFigures, visits } from '../schema'
import { type RoundRow, readableRound } from './round-access'
import { type RoundWorkRow, roundWorkRows } from './round-works'
import { findingsOf } from './rounds'
import { countingVisits } from './visit-lines'

export type SiteRating = { level: RatingLevel; reason: string; on: Day; answer: string | null; answeredOn: Day | null }
/** A work of a round's list with what came of it; figures and the last day are of the visits that count. */
export type RoundSheetRow = RoundWorkRow & {
  lastOn: Day | null
  results: Partial<Record<SeenResult, number>>
  rating: SiteRating | null
  findings: number
  findingsOpen: number
}
export type RoundSheet = { round: RoundRow; whole: boolean; rows: RoundSheetRow[] }

/** A page of a round's works as its reader may know them, for a file. */
export function roundSheet(actor: UserActor, id: number, page: number): RoundSheet {
  const db = orm()
  const read = readableRound(db, actor, id)
  const works = roundWorkRows(db, read, page)
  const ids = works.map((work) => work.id)
  const [seen, results, rated, found] = [lastDays(db, ids), resultsOf(db, ids), ratingsIn(db, ids), findingsBy(db, id, read.whole, ids)]
  const rows = works.map((work): RoundSheetRow => {
    const told = results.filter((row) => row.id === work.id).map(({ result, figures }) => [result, figures] as const)
    const { all = 0, open = 0 } = found.get(work.id) ?? {}
    const rest = { results: Object.fromEntries(told), rating: rated.get(work.id) ?? null, findings: all, findingsOpen: open }
    return { ...work, lastOn: seen.get(work.id) ?? null, ...rest }
  })
  return { round: read.round, whole: read.whole, rows }
}

function lastDays(db: Reader, ids: number[]): Map<number | null, Day | null> {
  const rows = db
    .select({ id: visits.roundWorkId, on: max(visits.visitedOn) })
    .from(visits)
    .where(and(inArray(visits.roundWorkId, ids), countingVisits))
    .groupBy(visits.roundWorkId)
    .all()
  return new Map(rows.map(({ id, on }) => [id, on]))
}

function resultsOf(db: Reader, ids: number[]): { id: number | null; result: SeenResult; figures: number }[] {
  return db
    .select({ id: visits.roundWorkId, result: visitFigures.result, figures: count() })
    .from(visitFigures)
    .innerJoin(visits, eq(visits.id, visitFigures.visitId))
    .where(and(inArray(visits.roundWorkId, ids), countingVisits))
    .groupBy(visits.roundWorkId, visitFigures.result)
    .all()
}

/** The rating that stands for this round. */
function ratingsIn(db: Reader, ids: number[]): Map<number, SiteRating> {
  const rows = db.select().from(ratings).where(inArray(ratings.roundWorkId, ids)).orderBy(asc(ratings.id)).all()
  return new Map(
    rows.map(({ roundWorkId, level, reason, ratedOn, answer, answeredOn }) => [
      roundWorkId,
      { level, reason, on: ratedOn, answer, answeredOn },
    ]),
  )
}

const done = findingStates.filter(isFindingDone)

function findingsBy(db: Reader, roundId: number, whole: boolean, ids: number[]): Map<number, { all: number; open: number }> {
  const open = sql<number>`sum(${findings.state} not in ${done})`
  const rows = db
    .select({ id: roundWorks.id, all: count(), open })
    .from(findings)
    .innerJoin(roundWorks, and(eq(roundWorks.roundId, roundId), eq(roundWorks.projectId, findings.projectId)))
    .where(and(findingsOf(roundId, whole), inArray(roundWorks.id, ids)))
    .groupBy(roundWorks.id)
    .all()
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}
