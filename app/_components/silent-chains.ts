import type { ChainRow } from '../../db/queries/chains'
import { fill, type Messages } from '../../domain/messages'

/** Chains with a target of which no output is known at all: what the leader is told of them. */
export function silentChains(rows: readonly ChainRow[], t: Messages): { id: string; name: string; words: string }[] {
  return rows.flatMap(({ chain, output, targetYear: year }) => {
    if (chain.target === null || output === null || output.yuan !== null) return []
    const all = output.known + output.unknown
    return [{ id: chain.id, name: chain.name, words: fill(all === 0 ? t.chains.noFirmsChain : t.chains.noDataChain, { year, all }) }]
  })
}
