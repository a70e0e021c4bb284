import { eq } from 'drizzle-orm'
import { found } from '../../domain/errors'
import type { Reader } from '../client'
import { rounds, roundWorks } from '../schema'

export type RoundWork = typeof roundWorks.$inferSelect & { listOpen: boolean }

/** A work in a round's list; `listOpen` = the whole list is known to others than the supervisors. */
export function roundWorkById(db: Reader, id: number): RoundWork {
  const row = db
    .select({ work: roundWorks, listOpenedAt: rounds.listOpenedAt })
    .from(roundWorks)
    .innerJoin(rounds, eq(rounds.id, roundWorks.roundId))
    .where(eq(roundWorks.id, id))
    .get()
  const { work, listOpenedAt } = found(row)
  return { ...work, listOpen: listOpenedAt !== null }
}
