import { completion } from './annual-plan'
import type { PlanShow } from './annual-plan-params'
import type { Total } from './money'

/** Counts and sums of works alike in what they have: `planned` = a plan in force, `waiting` = one that waits. */
export type AnnualCell = {
  planned: number
  waiting: number
  /** Works under preparation or construction: those a plan is looked for. */
  active: number
  works: number
  yuan: number | null
  known: number
  original: number | null
  originalKnown: number
  approved: number | null
  approvedKnown: number
  /** Of works with both a plan and an approved figure: completion compares like with like. */
  bothPlan: number | null
  bothApproved: number | null
  both: number
  bothOriginal: number | null
  bothOriginalApproved: number | null
  originalBoth: number
  starts: number
  finishes: number
  productions: number
}

/** `of` = how many works have both figures; the percentage is of those alone. */
export type Share = { percent: number | null; of: number }
export type YearTotals = {
  works: number
  plan: Total
  original: Total
  approved: Total
  againstPlan: Share
  againstOriginal: Share
  starts: number
  finishes: number
  productions: number
}
export type YearCounts = Record<PlanShow | 'all', number>

const counts = (cells: readonly AnnualCell[], which: (cell: AnnualCell) => boolean): number =>
  cells.filter(which).reduce((sum, { works }) => sum + works, 0)

/** A work with a plan in force and a waiting adjustment stands in both. */
export const yearCounts = (cells: readonly AnnualCell[]): YearCounts => ({
  all: counts(cells, () => true),
  approved: counts(cells, ({ planned }) => planned === 1),
  waiting: counts(cells, ({ waiting }) => waiting === 1),
  none: counts(cells, ({ planned, waiting }) => planned === 0 && waiting === 0),
})

export const isShown = (show: PlanShow | undefined) => (cell: Pick<AnnualCell, 'planned' | 'waiting'>) => {
  if (show === 'approved') return cell.planned === 1
  if (show === 'waiting') return cell.waiting === 1
  return show !== 'none' || (cell.planned === 0 && cell.waiting === 0)
}

/** Sums of the works that are listed, each with how many of them are known. */
export function yearTotals(cells: readonly AnnualCell[]): YearTotals {
  const works = counts(cells, () => true)
  const sum = (of: (cell: AnnualCell) => number | null) => cells.reduce((total, cell) => total + (of(cell) ?? 0), 0)
  const total = (yuan: (cell: AnnualCell) => number | null, known: (cell: AnnualCell) => number): Total => {
    const count = sum(known)
    return { yuan: count === 0 ? null : sum(yuan), known: count, unknown: works - count }
  }
  const share = (done: (cell: AnnualCell) => number | null, plan: (cell: AnnualCell) => number | null, of: number): Share => ({
    percent: of === 0 ? null : completion(sum(done), sum(plan)),
    of,
  })
  return {
    works,
    plan: total(
      (cell) => cell.yuan,
      (cell) => cell.known,
    ),
    original: total(
      (cell) => cell.original,
      (cell) => cell.originalKnown,
    ),
    approved: total(
      (cell) => cell.approved,
      (cell) => cell.approvedKnown,
    ),
    againstPlan: share(
      (cell) => cell.bothApproved,
      (cell) => cell.bothPlan,
      sum((cell) => cell.both),
    ),
    againstOriginal: share(
      (cell) => cell.bothOriginalApproved,
      (cell) => cell.bothOriginal,
      sum((cell) => cell.originalBoth),
    ),
    starts: sum((cell) => cell.starts),
    finishes: sum((cell) => cell.finishes),
    productions: sum((cell) => cell.productions),
  }
}

/** What a list of the year would leave out, or say nothing of. */
export type Missing = { waiting: number; active: number; sums: number }
export const missingOf = (cells: readonly AnnualCell[]): Missing => ({
  waiting: counts(cells, ({ waiting }) => waiting === 1),
  active: counts(cells, ({ planned, active }) => planned === 0 && active === 1),
  sums: cells.filter(({ planned }) => planned === 1).reduce((sum, { works, known }) => sum + works - known, 0),
})
