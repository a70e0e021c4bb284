import { compareStrata } from './draw-order'

/** `size` candidates of a stratum, of whom `quota` are drawn. */
export type StratumQuota = { stratum: string; size: number; quota: number }

/** Shares of `count` among the strata of the candidates: one each first if so wished, the rest in proportion to size. Whole numbers only. */
export function drawQuotas(strata: readonly string[], count: number, atLeastOne: boolean): StratumQuota[] {
  const quotas = sized(strata)
  let left = Math.min(count, strata.length)
  if (atLeastOne)
    for (const first of quotas.slice(0, left)) {
      first.quota = 1
      left -= 1
    }
  // What a full stratum could not take is shared among the others by the same rule.
  while (left > 0) left -= placeShares(quotas, left)
  return quotas
}

function sized(strata: readonly string[]): StratumQuota[] {
  const sizes = new Map<string, number>()
  for (const stratum of strata) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1)
  return [...sizes].map(([stratum, size]) => ({ stratum, size, quota: 0 })).sort((a, b) => compareStrata(a.stratum, b.stratum))
}

/** Largest remainders among the strata with room; returns how many were placed. */
function placeShares(quotas: StratumQuota[], left: number): number {
  const open = quotas.filter(({ quota, size }) => quota < size)
  const total = open.reduce((sum, { size }) => sum + size, 0)
  const shares = open.map((stratum) => ({ stratum, rest: (left * stratum.size) % total }))
  const whole = ({ stratum, rest }: (typeof shares)[number]): number => (left * stratum.size - rest) / total
  const odd = left - shares.reduce((sum, share) => sum + whole(share), 0)
  // A stable sort: equal remainders stay in the order of names.
  shares.sort((a, b) => b.rest - a.rest)
  return shares.reduce((placed, share, index) => placed + take(share.stratum, whole(share) + (index < odd ? 1 : 0)), 0)
}

function take(stratum: StratumQuota, share: number): number {
  const taken = Math.min(share, stratum.size - stratum.quota)
  stratum.quota += taken
  return taken
}
