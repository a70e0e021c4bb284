import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Actor } from '../../domain/actor'
import type { ChainId } from '../../domain/plan'
import { canReadAllProjects } from '../../domain/policy'
import { orm } from '../client'
import { statisticsOutputs } from '../schema'
import { type Person, peopleOf } from './people'

export type StatisticsRow = typeof statisticsOutputs.$inferSelect & { submitter: Person | null; decider: Person | null }

/** What statistics say of some chains' output, or was handed in and not confirmed; the latest first. A project unit sees none of it by name. */
export function statisticsOf(actor: Actor, chains: readonly ChainId[]): StatisticsRow[] {
  if (!canReadAllProjects(actor)) return []
  const rows = orm()
    .select()
    .from(statisticsOutputs)
    .where(and(inArray(statisticsOutputs.chainId, [...chains]), inArray(statisticsOutputs.status, ['submitted', 'approved'])))
    .orderBy(desc(statisticsOutputs.id))
    .limit(200)
    .all()
  const people = peopleOf(
    orm(),
    rows.flatMap((row) => [row.submittedBy, row.decidedBy]),
  )
  return rows.map((row) => ({ ...row, submitter: people.get(row.submittedBy) ?? null, decider: people.get(row.decidedBy ?? 0) ?? null }))
}

/** The confirmed ones that count, by chain, of one year. */
export function statisticsInForce(actor: Actor, chains: readonly ChainId[], year: number): Map<ChainId, StatisticsRow> {
  const rows = statisticsOf(actor, chains).filter((row) => row.current && row.year === year)
  return new Map(rows.map((row) => [row.chainId, row]))
}

/** Years a chain has statistics for. */
export const statisticsYears = (chainId: ChainId): number[] =>
  orm()
    .selectDistinct({ year: statisticsOutputs.year })
    .from(statisticsOutputs)
    .where(and(eq(statisticsOutputs.chainId, chainId), eq(statisticsOutputs.current, true)))
    .all()
    .map((row) => row.year)
