import { type Month, monthNumber, type Quarter, quarterEnd, yearOf } from './calendar'
import type { Return } from './chain-output'
import { pointsNeeded } from './forecast'

/** Output through a quarter's end of the same enterprises each time, 元. */
export type ChainPoint = { month: Month; yuan: number }

/** The quarters in which every enterprise that is known by the last of them has a return: only those can be compared. */
export function comparablePoints(year: number, returns: readonly Return[]): ChainPoint[] {
  const own = returns.filter(({ quarter }) => yearOf(quarter) === year)
  const quarters = [...new Set(own.map(({ quarter }) => quarter))].sort()
  const at = (quarter: Quarter) =>
    new Map(own.filter((entry) => entry.quarter === quarter).map((entry) => [entry.organisationId, entry.yuan]))
  const panel = [...at(quarters.at(-1) ?? `${year}Q4`).keys()]
  return quarters.flatMap((quarter) => {
    const figures = at(quarter)
    const told = panel.map((id) => figures.get(id))
    const all = told.filter((yuan) => yuan !== undefined)
    return all.length === panel.length ? [{ month: quarterEnd(quarter), yuan: all.reduce((sum, yuan) => sum + yuan, 0) }] : []
  })
}

type Asked = {
  target: number | null
  /** What is approved, through which month, of how many enterprises; `bound` = a lower bound. */
  output: { yuan: number | null; through: Month | null; known: number; unknown: number; bound: boolean }
  points: readonly ChainPoint[]
}
type Coverage = { known: number; all: number; bound: boolean }

/** Positive = short of the target, negative = over it, 元. A lower bound of output makes every gap an upper one. */
export type ChainGap =
  | { state: 'no-target' }
  | ({ state: 'no-output' } & Coverage)
  | ({ state: 'told'; gapYuan: number } & Coverage)
  | ({ state: 'not-enough-data'; points: number; needed: number; gapNowYuan: number } & Coverage)
  | ({ state: 'range'; through: Month; gapNowYuan: number; leastYuan: number; mostYuan: number } & Coverage)

/** What the year will lack of its target: at the pace of the year so far, and at that of the last quarter. */
export function chainGap({ target, output, points }: Asked): ChainGap {
  const { yuan, through, known, unknown, bound } = output
  const coverage = { known, all: known + unknown, bound }
  if (target === null) return { state: 'no-target' }
  if (yuan === null || through === null) return { state: 'no-output', ...coverage }
  const gapNowYuan = target - yuan
  if (monthNumber(through) === 12) return { state: 'told', gapYuan: gapNowYuan, ...coverage }
  const [before, last] = points.slice(-2)
  if (!before || !last || points.length < pointsNeeded)
    return { state: 'not-enough-data', points: points.length, needed: pointsNeeded, gapNowYuan, ...coverage }
  // The panel's pace, applied to all that is approved.
  const share = last.yuan === 0 ? 0 : yuan / last.yuan
  const month = monthNumber(last.month)
  const left = 12 - monthNumber(through)
  const average = (last.yuan / month) * share
  const recent = Math.max(0, ((last.yuan - before.yuan) / (month - monthNumber(before.month))) * share)
  const ends = [average, recent].map((pace) => Math.round(target - yuan - pace * left))
  return { state: 'range', through, gapNowYuan, leastYuan: Math.min(...ends), mostYuan: Math.max(...ends), ...coverage }
}
