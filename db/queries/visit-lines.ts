import { and, inArray, isNotNull, isNull, ne, or, type SQL } from 'drizzle-orm'
import type { SeenFigure } from '../../domain/visit'
import { type FigureSeen, figureOrder } from '../../domain/visit-compare'
import type { Reader } from '../client'
import { milestones, visitFigures, visits } from '../schema'
import { quantityOf } from './form-work'

/** The visits that count, as one condition: `isCounting` of domain/visit-standing.ts in SQL. */
export const countingVisits: SQL = and(
  isNotNull(visits.finishedAt),
  or(
    and(isNull(visits.settled), or(isNull(visits.conflict), inArray(visits.conflict, ['changed']))),
    and(isNotNull(visits.settled), ne(visits.settled, 'set-aside')),
  ),
) as SQL

type FigureRow = typeof visitFigures.$inferSelect

export const lineOf = (row: Omit<FigureRow, 'visitId'>): FigureSeen => ({
  figure: row.figure as SeenFigure,
  result: row.result,
  reported: row.reportedNumber ?? row.reportedText,
  approved: row.approvedNumber ?? row.approvedText,
  seen: row.seenNumber ?? row.seenText,
  why: row.why,
})

/** What visits recorded, figure by figure, by the id of the visit. */
export function linesOf(db: Reader, visitIds: readonly number[]): ReadonlyMap<number, FigureSeen[]> {
  const lines = new Map<number, FigureSeen[]>(visitIds.map((id) => [id, []]))
  if (visitIds.length === 0) return lines
  const rows = db
    .select()
    .from(visitFigures)
    .where(inArray(visitFigures.visitId, [...visitIds]))
    .all()
  for (const row of rows) lines.get(row.visitId)?.push(lineOf(row))
  for (const each of lines.values()) each.sort(figureOrder)
  return lines
}

/** Names of milestones, and the unit a quantity is counted in: what messages do not know. */
export type FigureNames = { milestones: Record<number, string>; unit: string | null }

export function figureNames(db: Reader, projectId: number): FigureNames {
  return { milestones: milestoneNames(db, [projectId]), unit: quantityOf(db, projectId)?.unit ?? null }
}

export function milestoneNames(db: Reader, projectIds: readonly number[]): Record<number, string> {
  if (projectIds.length === 0) return {}
  const rows = db
    .select({ id: milestones.id, name: milestones.name })
    .from(milestones)
    .where(inArray(milestones.projectId, [...projectIds]))
    .all()
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}
