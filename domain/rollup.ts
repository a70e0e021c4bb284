import type { LightLevel } from './light'
import { addTotals, nothing, type Total } from './money'
import { type Stage, stages } from './project'

/**
 * Rule 12: what a group of works adds up to. A cell is the works of one stage and one light within a group, already counted by the database:
 * sums are 元 over the works that have the figure, `…Known` says how many those are.
 */
export type RollupCell = {
  stage: Stage
  lightLevel: LightLevel
  works: number
  planYuan: number | null
  planKnown: number
  totalYuan: number | null
  totalKnown: number
  reportedYuan: number | null
  reportedKnown: number
  approvedYuan: number | null
  approvedKnown: number
  /** Works whose own approved sum is a lower bound. */
  approvedPartial: number
}

/** A sum of approved investment may be a lower bound although every work has a figure. */
export type Layer = Total & { partial: number }

export type Rollup = {
  works: number
  byStage: Record<Stage, number>
  lights: Record<LightLevel, number>
  /** What the plan says, what fact sheets declare, what was reported, what was approved: never mixed. */
  plan: Total
  declared: Total
  reported: Total
  approved: Layer
}

const layer = (yuan: number | null, known: number, works: number): Total => ({
  yuan: known === 0 ? null : yuan,
  known,
  unknown: works - known,
})

export const emptyRollup = (): Rollup => ({
  works: 0,
  byStage: Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<Stage, number>,
  lights: { red: 0, yellow: 0, green: 0, none: 0 },
  plan: nothing,
  declared: nothing,
  reported: nothing,
  approved: { ...nothing, partial: 0 },
})

export function addCell(sum: Rollup, cell: RollupCell): Rollup {
  return {
    works: sum.works + cell.works,
    byStage: { ...sum.byStage, [cell.stage]: sum.byStage[cell.stage] + cell.works },
    lights: { ...sum.lights, [cell.lightLevel]: sum.lights[cell.lightLevel] + cell.works },
    plan: addTotals(sum.plan, layer(cell.planYuan, cell.planKnown, cell.works)),
    declared: addTotals(sum.declared, layer(cell.totalYuan, cell.totalKnown, cell.works)),
    reported: addTotals(sum.reported, layer(cell.reportedYuan, cell.reportedKnown, cell.works)),
    approved: {
      ...addTotals(sum.approved, layer(cell.approvedYuan, cell.approvedKnown, cell.works)),
      partial: sum.approved.partial + cell.approvedPartial,
    },
  }
}

/** One work as a cell of its own. */
export type RolledWork = Pick<RollupCell, 'stage' | 'lightLevel' | 'planYuan' | 'totalYuan' | 'reportedYuan' | 'approvedYuan'> & {
  approvedPartial: boolean
}

const one = (yuan: number | null): number => (yuan === null ? 0 : 1)

export const cellOf = ({ approvedPartial, ...work }: RolledWork): RollupCell => ({
  ...work,
  works: 1,
  planKnown: one(work.planYuan),
  totalKnown: one(work.totalYuan),
  reportedKnown: one(work.reportedYuan),
  approvedKnown: one(work.approvedYuan),
  approvedPartial: approvedPartial ? one(work.approvedYuan) : 0,
})

export const rollUp = (cells: readonly RollupCell[]): Rollup => cells.reduce(addCell, emptyRollup())

/** True when the approved sum must be written with ≥. */
export const isLowerBound = (layer: Layer): boolean => layer.yuan !== null && (layer.unknown > 0 || layer.partial > 0)

/** The same of what is reported: a work nobody has approved anything of may have an opening balance nobody knows. */
export const isReportedBound = ({ approved, reported }: Rollup): boolean =>
  reported.yuan !== null && (reported.unknown > 0 || approved.partial > 0 || reported.known > approved.known)

/** A chain's output is told beyond those who read everything only where at least three enterprises contribute. */
export const fewestEnterprises = 3
