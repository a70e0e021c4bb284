import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Day } from '../../domain/calendar'
import { valueSeen, valueTold } from '../../domain/visit-compare'
import { orm } from '../client'
import { rounds, visitFigures, visits } from '../schema'
import { countingVisits } from './visit-lines'

/** How far a work was told to be, and how far somebody found it. Stands beside a chain's figures and enters none of them. */
export type SeenShare = { visitId: number; visitedOn: Day; round: string; told: number | null; seen: number | null }

/** Of each work the latest visit that counts; what could not be checked hides nothing that was seen before. */
export function seenShares(projectIds: readonly number[]): ReadonlyMap<number, SeenShare> {
  if (projectIds.length === 0) return new Map()
  const { figure, result, reportedNumber, approvedNumber, seenNumber, why } = visitFigures
  const blind = sql`coalesce(${result}, 'unchecked') = 'unchecked'`
  const latestFirst = sql`${blind}, ${visits.visitedOn} desc, ${visits.startedAt} desc, ${visits.id} desc`
  const ranked = orm()
    .select({
      ...{ visitId: visits.id, projectId: visits.projectId, visitedOn: visits.visitedOn, round: rounds.title },
      ...{ result, reportedNumber, approvedNumber, seenNumber, why },
      place: sql<number>`row_number() over (partition by ${visits.projectId} order by ${latestFirst})`.as('place'),
    })
    .from(visits)
    .innerJoin(rounds, eq(rounds.id, visits.roundId))
    .leftJoin(visitFigures, and(eq(visitFigures.visitId, visits.id), eq(figure, 'percent')))
    .where(and(inArray(visits.projectId, [...projectIds]), countingVisits, isNotNull(rounds.openedAt)))
    .as('ranked')
  const rows = orm().select().from(ranked).where(eq(ranked.place, 1)).all()
  return new Map(
    rows.map(({ projectId, visitId, visitedOn, round, ...line }) => {
      const said = { figure: 'percent' as const, why: line.why, reported: line.reportedNumber, approved: line.approvedNumber }
      const told = valueTold(said) as number | null
      const seen = valueSeen({ ...said, result: line.result ?? 'unchecked', seen: line.seenNumber }) as number | null
      return [projectId, { visitId, visitedOn, round, told, seen }]
    }),
  )
}
