import { type Total, totalOf } from './money'
import type { PlanBox, PlanItem } from './plan'

export const worksOf = (items: readonly PlanItem[]): PlanItem[] => items.filter(({ kind }) => kind === 'work')

/** The investments the plan gives, how many of the works they cover, and the sum if further amounts were counted too. */
export type StatedInvestment = { total: Total; withParts: number | null; split: string[] }

export function statedInvestment(works: readonly PlanItem[]): StatedInvestment {
  const total = totalOf(works.map(({ investment }) => investment?.yuan ?? null))
  const split = works.filter(({ investment }) => investment && investment.parts.length > 0)
  const parts = split.flatMap(({ investment }) => investment?.parts.map(({ yuan }) => yuan) ?? [])
  const more = totalOf(parts).yuan
  return { total, withParts: total.yuan !== null && more !== null ? total.yuan + more : null, split: split.map(({ code }) => code) }
}

/** The first item of every distinct work: a work named in two boxes counts once. */
export function distinctWorks(boxes: readonly PlanBox[]): PlanItem[] {
  const seen = new Set<string>()
  return worksOf(boxes.flatMap(({ items }) => items)).filter(({ code, sameAs }) => {
    const repeated = sameAs.some((other) => seen.has(other))
    seen.add(code)
    return !repeated
  })
}
