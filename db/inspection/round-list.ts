import { eq, inArray } from 'drizzle-orm'
import { nextRoundState, type RoundState, type ScopeRoute, type ScopeRule } from '../../domain/inspection'
import { mergedRules } from '../../domain/round-rules'
import type { Tx } from '../client'
import { sparseId } from '../hash'
import type { RoundRow } from '../queries/round-access'
import { roundWorks } from '../schema'
import { forgetReturned } from './round-removal'

export type NewWork = { projectId: number; route: ScopeRoute; rules?: ScopeRule[]; drawId?: number | null }

const rowsAtATime = 500

/** Puts works into the list, each with why it is there; returns how many are new. A work that is in it already keeps its place. */
export function addWorks(tx: Tx, round: RoundRow, works: readonly NewWork[]): number {
  const listed = listedWorks(tx, round.id)
  const added = new Map<number, Omit<typeof roundWorks.$inferInsert, 'id'>>()
  for (const { projectId, route, rules = [], drawId = null } of works) {
    const before = listed.get(projectId)
    if (before) addRules(tx, before, rules)
    else if (!added.has(projectId)) added.set(projectId, { roundId: round.id, projectId, route, rules, drawId })
  }
  const ids = freeIds(tx, added.size)
  const rows = [...added.values()].map((row, at) => ({ id: ids[at]!, ...row }))
  for (let at = 0; at < rows.length; at += rowsAtATime)
    tx.insert(roundWorks)
      .values(rows.slice(at, at + rowsAtATime))
      .run()
  forgetReturned(tx, round.id)
  return rows.length
}

/** In a long list two of them are easily the same, or taken by another one. */
function freeIds(tx: Tx, size: number): number[] {
  const free = new Set<number>()
  while (free.size < size) {
    const tried = Array.from({ length: Math.min(size - free.size, rowsAtATime) }, sparseId)
    const taken = tx.select({ id: roundWorks.id }).from(roundWorks).where(inArray(roundWorks.id, tried)).all()
    for (const id of tried) free.add(id)
    for (const { id } of taken) free.delete(id)
  }
  return [...free]
}

type Listed = Pick<typeof roundWorks.$inferSelect, 'id' | 'projectId' | 'route' | 'rules'>

function listedWorks(tx: Tx, roundId: number): Map<number, Listed> {
  const { id, projectId, route, rules } = roundWorks
  const rows = tx.select({ id, projectId, route, rules }).from(roundWorks).where(eq(roundWorks.roundId, roundId)).all()
  return new Map(rows.map((row) => [row.projectId, row]))
}

function addRules(tx: Tx, { id, route, rules: before }: Listed, rules: readonly ScopeRule[]): void {
  if (rules.length === 0) return
  tx.update(roundWorks)
    .set({ rules: mergedRules(route, before, rules) })
    .where(eq(roundWorks.id, id))
    .run()
}

/** With works in its list a drafted round is scoped; an unannounced one that is on its way stays so. */
export const stateWithWorks = (round: RoundRow): RoundState => (round.state === 'under-way' ? round.state : nextRoundState(round, 'scope'))
