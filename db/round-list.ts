import { and, eq } from 'drizzle-orm'
import { nextRoundState, type RoundState, type ScopeRoute, type ScopeRule } from '../domain/inspection'
import { mergedRules } from '../domain/round-rules'
import type { Tx } from './client'
import { sparseId } from './hash'
import type { RoundRow } from './queries/round-access'
import { roundWorks } from './schema'

export type NewWork = { projectId: number; route: ScopeRoute; rules?: ScopeRule[]; drawId?: number | null }

/** Puts works into the list, each with why it is there; returns how many are new. A work that is in it already keeps its place. */
export function addWorks(tx: Tx, round: RoundRow, works: readonly NewWork[]): number {
  return works.filter((work) => addWork(tx, round.id, work)).length
}

function addWork(tx: Tx, roundId: number, { projectId, route, rules = [], drawId = null }: NewWork): boolean {
  const same = and(eq(roundWorks.roundId, roundId), eq(roundWorks.projectId, projectId))
  const listed = tx.select().from(roundWorks).where(same).get()
  if (!listed) tx.insert(roundWorks).values({ id: sparseId(), roundId, projectId, route, rules, drawId }).run()
  else if (rules.length > 0)
    tx.update(roundWorks)
      .set({ rules: mergedRules(listed.route, listed.rules, rules) })
      .where(same)
      .run()
  return !listed
}

/** With works in its list a drafted round is scoped; an unannounced one that is on its way stays so. */
export const stateWithWorks = (round: RoundRow): RoundState => (round.state === 'under-way' ? round.state : nextRoundState(round, 'scope'))
