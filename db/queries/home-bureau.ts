import { and, count, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type Actor, actorId } from '../../domain/actor'
import { allow } from '../../domain/errors'
import { canReadReviewQueue } from '../../domain/policy'
import { type ReviewKind, reviewKinds } from '../../domain/review-order'
import { orm } from '../client'
import { importedBy, importedTables } from '../imports/writers'
import {
  annualPlans,
  factSheets,
  fundReturns,
  milestoneDates,
  outputReturns,
  projectList,
  statisticsInvestments,
  statisticsOutputs,
  updates,
} from '../schema'
import { visibleProjects } from './scope'
import { activeAccounts } from './users'

/** `own` = handed in by the reader, who may not decide it. */
export type WaitingKind = { kind: ReviewKind; count: number; own: number; oldest: string | null }

const tables = {
  update: updates,
  'fact-sheet': factSheets,
  'annual-plan': annualPlans,
  'milestone-date': milestoneDates,
  output: outputReturns,
  statistics: statisticsOutputs,
  funds: fundReturns,
  'statistics-investment': statisticsInvestments,
} satisfies Record<ReviewKind, SQLiteTable>

/** What waits for a decision, by kind, with the oldest of each. */
export function waitingCounts(actor: Actor): WaitingKind[] {
  allow(canReadReviewQueue(actor))
  return reviewKinds.flatMap((kind) => {
    const table = tables[kind]
    const row = orm()
      .select({
        count: count(),
        own: sql<number>`coalesce(sum(${ownOf(actor, kind, table)}), 0)`,
        oldest: sql<string | null>`min(${table.submittedAt})`,
      })
      .from(table)
      .where(eq(table.status, 'submitted'))
      .get()
    return row && row.count > 0 ? [{ kind, ...row }] : []
  })
}

/** Handed in by the actor, or by an import the actor wrote in. */
function ownOf(actor: Actor, kind: ReviewKind, table: (typeof tables)[ReviewKind]): SQL {
  const imported = importedTables[kind]
  const oldest = orm()
    .select({ id: sql<number | null>`min(${table.id})` })
    .from(table)
    .where(eq(table.status, 'submitted'))
    .get()
  const made = imported ? importedBy(orm(), actor, imported, oldest?.id ?? null) : []
  const ranges = made.map(([from, to]) => sql` or ${table.id} between ${from} and ${to}`)
  return sql`(${table.submittedBy} = ${actorId(actor)}${sql.join(ranges)})`
}

export type LibraryGaps = { works: number; noOwner: number; noStage: number; unconfirmed: number }

/** What the library does not know yet of its works. */
export function libraryGaps(actor: Actor): LibraryGaps {
  const visible = visibleProjects(actor)
  const of = (which: Parameters<typeof and>[0]) =>
    orm().select({ rows: count() }).from(projectList).where(and(visible, which)).get()?.rows ?? 0
  return {
    works: of(undefined),
    noOwner: of(isNull(projectList.ownerId)),
    noStage: of(eq(projectList.stage, 'unknown')),
    unconfirmed: of(or(eq(projectList.chainBasis, 'suggested'), eq(projectList.chainBasis, 'unknown'))),
  }
}

export type LoneRole = 'bureau' | 'supervisor'

/** Roles in which nobody could decide what another one handed in: their steps wait for a second person. */
export function loneRoles(actor: Actor): LoneRole[] {
  const accounts = activeAccounts(actor)
  return (['bureau', 'supervisor'] as const).filter((role) => accounts[role] < 2)
}
