import type { SeenResult } from './visit'

/** How far what was told agrees with what was seen, in figures; `unchecked` is in neither side of the share. */
export type Tally = { agrees: number; differs: number; unchecked: number }
export type Agreement = Tally & { compared: number }

/** Counts of results to one tally; people and machines (`seen`) have nothing to agree with. */
export function agreementOf(counts: readonly { result: SeenResult; figures: number }[]): Agreement {
  const sum = (wanted: keyof Tally) => counts.filter(({ result }) => result === wanted).reduce((all, { figures }) => all + figures, 0)
  const [agrees, differs, unchecked] = [sum('agrees'), sum('differs'), sum('unchecked')]
  return { agrees, differs, unchecked, compared: agrees + differs }
}

/** A fact for the bureau and no ranking: units stand in the order of their names, those without one last. */
export function inNameOrder<Row extends { unit: string | null }>(rows: readonly Row[]): Row[] {
  const { compare } = new Intl.Collator('zh-CN')
  return [...rows].sort((a, b) => {
    if (a.unit === null || b.unit === null) return a.unit === b.unit ? 0 : a.unit === null ? 1 : -1
    return compare(a.unit, b.unit)
  })
}
