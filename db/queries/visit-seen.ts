import { and, desc, eq, isNotNull, ne } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { Day } from '../../domain/calendar'
import { canKeepRounds } from '../../domain/policy'
import type { SeenFigure } from '../../domain/visit'
import { type FigureSeen, figureOrder, type SeenValue, valueSeen } from '../../domain/visit-compare'
import { orm } from '../client'
import { rounds, visitFigures, visits } from '../schema'
import { type Person, peopleOf } from './people'
import { readableWork } from './readable-work'
import { countingVisits, lineOf } from './visit-lines'

/** The fourth layer of a figure: what was last seen of it, beside what was told then. */
export type SeenFact = FigureSeen & { value: SeenValue; visitId: number; visitedOn: Day; inspector: Person | null }

const mostLines = 500

/** The latest counting visit that saw a figure gives it; what could not be checked hides nothing that was seen before. */
export function seenOf(actor: Actor, code: string): SeenFact[] {
  const work = readableWork(orm(), actor, code)
  const rows = orm()
    .select({ line: visitFigures, visitedOn: visits.visitedOn, inspectorId: visits.inspectorId })
    .from(visits)
    .innerJoin(visitFigures, eq(visitFigures.visitId, visits.id))
    .innerJoin(rounds, eq(rounds.id, visits.roundId))
    .where(
      and(
        eq(visits.projectId, work.id),
        countingVisits,
        canKeepRounds(actor) ? undefined : isNotNull(rounds.openedAt),
        ne(visitFigures.result, 'unchecked'),
      ),
    )
    .orderBy(desc(visits.visitedOn), desc(visits.startedAt), desc(visits.id))
    .limit(mostLines)
    .all()
  const latest = new Map<SeenFigure, (typeof rows)[number]>()
  for (const row of rows) {
    const figure = row.line.figure as SeenFigure
    if (!latest.has(figure)) latest.set(figure, row)
  }
  const people = peopleOf(
    orm(),
    [...latest.values()].map(({ inspectorId }) => inspectorId),
  )
  return [...latest.values()].map((row) => factOf(row, people.get(row.inspectorId) ?? null)).sort(figureOrder)
}

type Row = { line: typeof visitFigures.$inferSelect; visitedOn: Day; inspectorId: number }

function factOf({ line, visitedOn }: Row, inspector: Person | null): SeenFact {
  const seen = lineOf(line)
  return { ...seen, value: valueSeen(seen), visitId: line.visitId, visitedOn, inspector }
}
