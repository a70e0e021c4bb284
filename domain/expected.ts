import type { LightLevel } from './light'
import type { Stage } from './project'

/** How likely a work's output at full production is to come, by stage; part of the versioned light rules, shown on the page. */
export type ExpectedWeights = { byStage: Record<Stage, { low: number; high: number }>; redFactor: number }
export type FullOutput = { fullOutputYuan: number | null; stage: Stage; worst: LightLevel }
export type Expected = { lowYuan: number; highYuan: number; known: number; unknown: number }

/** What counts of a work's full output; a red light lowers the careful end only. */
export function weightOf({ stage, worst }: Pick<FullOutput, 'stage' | 'worst'>, weights: ExpectedWeights): { low: number; high: number } {
  const { low, high } = weights.byStage[stage]
  return { low: low * (worst === 'red' ? weights.redFactor : 1), high }
}

/** What the works of a chain would add at full production (达产年产值), as a range; null when no work gave a figure. */
export function expectedOutput(works: readonly FullOutput[], weights: ExpectedWeights): Expected | null {
  const known = works.filter((work): work is FullOutput & { fullOutputYuan: number } => work.fullOutputYuan !== null)
  if (known.length === 0) return null
  const weighed = known.map((work) => {
    const { low, high } = weightOf(work, weights)
    return { low: work.fullOutputYuan * low, high: work.fullOutputYuan * high }
  })
  return {
    lowYuan: Math.round(weighed.reduce((sum, range) => sum + range.low, 0)),
    highYuan: Math.round(weighed.reduce((sum, range) => sum + range.high, 0)),
    known: known.length,
    unknown: works.length - known.length,
  }
}
