import { and, count, desc, eq, isNotNull, or, type SQL } from 'drizzle-orm'
import type { Day } from '../../domain/calendar'
import type { RatingLevel, SeenFigure, VisitConflict } from '../../domain/visit'
import { isCounting, type VisitSettlement } from '../../domain/visit-standing'
import { orm } from '../client'
import { rounds, visits } from '../schema'
import { type Person, peopleOf } from './people'
import type { ProjectHead } from './project'
import { countingVisits, linesOf } from './visit-lines'

export type VisitLine = {
  id: number
  visitedOn: Day
  inspector: Person | null
  round: { id: number; title: string }
  finished: boolean
  counts: boolean
  conflict: VisitConflict | null
  settled: VisitSettlement | null
  /** What the inspector said; not what stands. */
  level: RatingLevel | null
}
export type ProjectVisits = {
  rows: VisitLine[]
  total: number
  /** The newest visit that counts, and why it could not check a figure. */
  last: { on: Day; unchecked: ReadonlyMap<SeenFigure, string> } | null
}

/** Which visits to a work its reader may know of. What is in dispute is the supervisors' alone until the round's list is open, and never the unit's. */
export function knownVisits(sight: ProjectHead['seesVisits']): SQL | undefined {
  if (sight === 'all') return undefined
  return sight === 'listed' ? and(isNotNull(rounds.openedAt), or(countingVisits, isNotNull(rounds.listOpenedAt))) : countingVisits
}

const mostVisits = 8

/** Who has been to a work, the latest first. */
export function projectVisits({ work, seesVisits }: ProjectHead): ProjectVisits {
  const db = orm()
  const where = and(eq(visits.projectId, work.id), knownVisits(seesVisits))
  const shown = db
    .select({ visit: visits, round: { id: rounds.id, title: rounds.title } })
    .from(visits)
    .innerJoin(rounds, eq(rounds.id, visits.roundId))
    .where(where)
    .orderBy(desc(visits.visitedOn), desc(visits.startedAt), desc(visits.id))
    .limit(mostVisits)
    .all()
  const people = peopleOf(
    db,
    shown.map(({ visit }) => visit.inspectorId),
  )
  const last = shown.find(({ visit }) => isCounting(visit))?.visit
  return {
    rows: shown.map(({ visit, round }) => lineOf(visit, round, people.get(visit.inspectorId) ?? null)),
    total: shown.length < mostVisits ? shown.length : totalOf(where),
    last: last ? { on: last.visitedOn, unchecked: uncheckedIn(last.id) } : null,
  }
}

function totalOf(where: SQL | undefined): number {
  const all = orm().select({ rows: count() }).from(visits).innerJoin(rounds, eq(rounds.id, visits.roundId)).where(where)
  return all.get()?.rows ?? 0
}

function lineOf(visit: typeof visits.$inferSelect, round: VisitLine['round'], inspector: Person | null): VisitLine {
  const { id, visitedOn, finishedAt, conflict, settled, ratingLevel: level } = visit
  return { id, visitedOn, inspector, round, finished: finishedAt !== null, counts: isCounting(visit), conflict, settled, level }
}

function uncheckedIn(visitId: number): Map<SeenFigure, string> {
  const lines = linesOf(orm(), [visitId]).get(visitId) ?? []
  return new Map(lines.flatMap(({ figure, result, why }) => (result === 'unchecked' && why !== null ? [[figure, why] as const] : [])))
}
