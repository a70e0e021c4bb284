import type { Quarter } from './calendar'
import type { FundMeasure } from './fund'
import { addTotals, nothing, type Total } from './money'

/** One group's one source (or all of them together), already counted by the database; `…Known` = how many works tell the figure. */
export type FundCell = {
  sector: string
  level: string | null
  plannedYuan: number | null
  plannedKnown: number
  inPlaceYuan: number | null
  inPlaceKnown: number
  paidYuan: number | null
  paidKnown: number
}
export type SourceCell = FundCell & { sourceId: number }
/** `works` = all of the group; `told` = those with an approved return up to the quarter; `fresh` = of that very quarter. */
export type GroupCell = FundCell & { works: number; told: number; fresh: number }

export type FundSums = Record<FundMeasure, Total>
export type FundGroup = FundSums & { key: string; works: number; told: number; fresh: number }
export type FundSourceTotal = FundSums & { id: number; name: string; active: boolean }
export type FundTotals = { quarter: Quarter; all: FundGroup; sources: FundSourceTotal[]; sectors: FundGroup[]; levels: FundGroup[] }

const part = (yuan: number | null, known: number, works: number): Total => ({ yuan, known, unknown: works - known })

const sumsOf = (cell: FundCell, works: number): FundSums => ({
  planned: part(cell.plannedYuan, cell.plannedKnown, works),
  inPlace: part(cell.inPlaceYuan, cell.inPlaceKnown, works),
  paid: part(cell.paidYuan, cell.paidKnown, works),
})

const add = (a: FundSums, b: FundSums): FundSums => ({
  planned: addTotals(a.planned, b.planned),
  inPlace: addTotals(a.inPlace, b.inPlace),
  paid: addTotals(a.paid, b.paid),
})

const none: FundSums = { planned: nothing, inPlace: nothing, paid: nothing }

/** Of a group a work counts as known where every source of its return tells the figure; otherwise the sum is a lower bound. */
export function groupOf(key: string, cells: readonly GroupCell[]): FundGroup {
  const sums = cells.map((cell) => sumsOf(cell, cell.works)).reduce(add, none)
  const count = (of: (cell: GroupCell) => number) => cells.reduce((sum, cell) => sum + of(cell), 0)
  return { key, ...sums, works: count(({ works }) => works), told: count(({ told }) => told), fresh: count(({ fresh }) => fresh) }
}

/** `works` = all works asked about: of those that told nothing of the source nobody knows. */
export function sourceOf(
  source: { id: number; name: string; active: boolean },
  cells: readonly SourceCell[],
  works: number,
): FundSourceTotal {
  const of = cells.filter(({ sourceId }) => sourceId === source.id)
  const sum = (pick: (cell: SourceCell) => number | null) =>
    of.map(pick).reduce<number | null>((all, yuan) => (yuan === null ? all : (all ?? 0) + yuan), null)
  const known = (pick: (cell: SourceCell) => number) => of.reduce((all, cell) => all + pick(cell), 0)
  return {
    ...source,
    planned: part(
      sum((cell) => cell.plannedYuan),
      known((cell) => cell.plannedKnown),
      works,
    ),
    inPlace: part(
      sum((cell) => cell.inPlaceYuan),
      known((cell) => cell.inPlaceKnown),
      works,
    ),
    paid: part(
      sum((cell) => cell.paidYuan),
      known((cell) => cell.paidKnown),
      works,
    ),
  }
}

/** The groups of one kind, in the order of their keys as given; what has no value there stands last under ''. */
export function groupsBy(cells: readonly GroupCell[], keyOf: (cell: GroupCell) => string, order: readonly string[]): FundGroup[] {
  const groups = [...order, ''].map((key) =>
    groupOf(
      key,
      cells.filter((cell) => keyOf(cell) === key),
    ),
  )
  return groups.filter(({ works }) => works > 0)
}
