import { type Month, monthNumber } from '../calendar'
import type { CurveShape } from '../plan-curve'
import { type CurvedPlan, plannedByMonth, yearMonths } from '../plan-curve'
import { place, roundTop, scale } from './scale'

export const curveLines = ['original', 'adjusted', 'approved', 'reported'] as const
export type CurveLine = (typeof curveLines)[number]

/** 元 at the end of a month on each line; null = not known, or no such line: never 0. */
export type CurveMonth = { month: Month } & Record<CurveLine, number | null>
export type Fan = { from: Month; fromYuan: number; lowYuan: number; highYuan: number }

type Told = { month: Month; yuan: number | null }

/** A version of the year's plan that was in force. `current` = it still is. */
export type PlanVersion = CurvedPlan & { id: number; current: boolean }

/** The first plan of the year that was approved, and the one in force where it is another. */
export function planVersions(versions: readonly PlanVersion[]): { original: PlanVersion | null; adjusted: PlanVersion | null } {
  const inOrder = [...versions].sort((a, b) => a.id - b.id)
  const [first] = inOrder
  const now = inOrder.find(({ current }) => current) ?? null
  return { original: first ?? null, adjusted: now && now.id !== first?.id && !samePlan(now, first) ? now : null }
}

const samePlan = (one: PlanVersion, other: PlanVersion | undefined): boolean =>
  JSON.stringify(other && plannedByMonth(asCurve(other))) === JSON.stringify(plannedByMonth(asCurve(one)))

/** A plan without a curve of its own is drawn evenly between its months. */
const asCurve = (plan: CurvedPlan): CurvedPlan => ({ ...plan, curveShape: plan.curveShape ?? ('even' satisfies CurveShape) })

type Lines = { original: CurvedPlan | null; adjusted: CurvedPlan | null; approved: readonly Told[]; reported: readonly Told[] }

/** The twelve months of a year on every line. */
export function curveMonths(year: number, { original, adjusted, approved, reported }: Lines): CurveMonth[] {
  const planned = (plan: CurvedPlan | null) => (plan ? plannedByMonth(asCurve(plan)) : null)
  const [first, now] = [planned(original), planned(adjusted)]
  const of = (told: readonly Told[], month: Month) => told.find((one) => one.month === month)?.yuan ?? null
  return yearMonths(year).map((month, at) => ({
    month,
    original: first?.[at]?.yuan ?? null,
    adjusted: now?.[at]?.yuan ?? null,
    approved: of(approved, month),
    reported: of(reported, month),
  }))
}

export const sheet = { width: 640, height: 300, left: 64, right: 96, top: 20, bottom: 32 } as const
export type Point = { month: Month; yuan: number; x: number; y: number }
export type CurveDrawing = {
  top: number
  ticks: { yuan: number; y: number }[]
  months: { month: Month; x: number }[]
  lines: Record<CurveLine, { points: Point[]; solid: string; gap: string }>
  fan: { path: string; low: Point; high: Point } | null
}

/** Where everything stands on the sheet. The year begins at nothing; a line is solid only from a month to the next, and breaks where nobody told. */
export function drawCurve(months: readonly CurveMonth[], fan: Fan | null): CurveDrawing {
  const values = months.flatMap((row) => curveLines.map((line) => row[line] ?? 0))
  const top = roundTop(Math.max(...values, fan?.highYuan ?? 0))
  const x = scale(0, months.length, sheet.left, sheet.width - sheet.right)
  const y = scale(0, top, sheet.height - sheet.bottom, sheet.top)
  const lineOf = (line: CurveLine) => {
    const points = months.flatMap((row, at): Point[] => {
      const yuan = row[line]
      return yuan === null ? [] : [{ month: row.month, yuan, x: x(at + 1), y: y(yuan) }]
    })
    return { points, ...pathsOf(points, { x: x(0), y: y(0) }) }
  }
  return {
    top,
    ticks: [0, 0.5, 1].map((share) => ({ yuan: top * share, y: y(top * share) })),
    months: months.map(({ month }, at) => ({ month, x: x(at + 1) })),
    lines: { original: lineOf('original'), adjusted: lineOf('adjusted'), approved: lineOf('approved'), reported: lineOf('reported') },
    fan: fan && fanOf(fan, months, x, y),
  }
}

type Scale = (value: number) => number

function fanOf({ from, fromYuan, lowYuan, highYuan }: Fan, months: readonly CurveMonth[], x: Scale, y: Scale): CurveDrawing['fan'] {
  const start = { x: x(months.findIndex(({ month }) => month === from) + 1), y: y(fromYuan) }
  const end = (yuan: number): Point => ({ month: months.at(-1)?.month ?? from, yuan, x: x(months.length), y: y(yuan) })
  const [low, high] = [end(lowYuan), end(highYuan)]
  return { path: `M${start.x} ${start.y}L${high.x} ${high.y}V${low.y}Z`, low, high }
}

function pathsOf(points: readonly Point[], zero: { x: number; y: number }): { solid: string; gap: string } {
  let [solid, gap] = ['', '']
  points.forEach((point, at) => {
    const before = points[at - 1]
    const from = before ?? zero
    const step = `M${from.x} ${from.y}L${point.x} ${point.y}`
    if (monthNumber(point.month) - (before ? monthNumber(before.month) : 0) === 1) solid += step
    else gap += step
  })
  return { solid, gap }
}

/** Labels at the ends of lines, pushed apart so that none covers another; in the order they were given. */
export function apart(places: readonly number[], least: number): number[] {
  const order = places.map((y, at) => ({ y, at })).sort((a, b) => a.y - b.y)
  for (const [at, one] of order.entries()) {
    const before = order[at - 1]
    if (before && one.y - before.y < least) one.y = before.y + least
  }
  return order.sort((a, b) => a.at - b.at).map(({ y }) => place(y))
}
