import { type BulletinFacts, type FigureName, type Summed, summed } from './bulletin'
import { fewestEnterprises as fewest } from './rollup'

/** Why a unit is not told a sum: too few make it up, or what was told before would give away the one or two that came or went. */
export const whyHidden = ['few', 'turnover'] as const
export type WhyHidden = (typeof whyHidden)[number]
export type Contributors = BulletinFacts['contributors']

/**
 * Whether units are told each sum of a bulletin: three of them at least make it up, and beside every sum that was told before either the same
 * units stand or three have changed; otherwise who subtracts one from the other knows what a single unit gave.
 * `before` = the bulletins issued before it, in order.
 */
export function hiddenSums(before: readonly Contributors[], now: Contributors): Record<Summed, WhyHidden | null> {
  const verdicts = summed.map((name) => {
    const told: ReadonlySet<number>[] = []
    const judge = (of: Contributors): WhyHidden | null => {
      const units = new Set(of[name])
      const why = whyNot(units, told)
      if (why === null) told.push(units)
      return why
    }
    before.forEach(judge)
    return [name, judge(now)]
  })
  return Object.fromEntries(verdicts)
}

function whyNot(units: ReadonlySet<number>, told: readonly ReadonlySet<number>[]): WhyHidden | null {
  if (units.size < fewest) return 'few'
  const changes = told.map((earlier) => changed(units, earlier))
  return changes.some((change) => change > 0 && change < fewest) ? 'turnover' : null
}

const missing = (from: ReadonlySet<number>, units: ReadonlySet<number>): number => [...units].filter((unit) => !from.has(unit)).length
const changed = (now: ReadonlySet<number>, before: ReadonlySet<number>): number => missing(now, before) + missing(before, now)

export const isSummed = (name: FigureName): name is Summed => (summed as readonly FigureName[]).includes(name)
