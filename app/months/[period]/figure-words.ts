import type { LockTotals } from '../../../db/queries/lock-figures'
import type { TotalDimension } from '../../../domain/lock'
import type { Messages } from '../../../domain/messages'
import type { Total } from '../../../domain/money'

export type Chains = readonly { id: string; name: string }[]

/** A sum of nothing known is not known. */
export const total = (yuan: number | null, known: number, { works }: Pick<LockTotals, 'works'>): Total => ({
  yuan: known === 0 ? null : yuan,
  known,
  unknown: works - known,
})

export function groupName(dimension: TotalDimension, key: string, chains: Chains, t: Messages): string {
  if (key === '') return t.months.noKey[dimension]
  if (dimension === 'sector') return (t.labels.sectors as Record<string, string>)[key] ?? key
  if (dimension === 'chain') return chains.find(({ id }) => id === key)?.name ?? key
  return dimension === 'level' ? (t.months.levels[key] ?? key) : key
}
