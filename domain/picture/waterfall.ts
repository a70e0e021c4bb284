import type { Bridge, Part } from '../period-compare'
import { scale } from './scale'

export const waterfallParts = ['from', 'entered', 'left', 'changed', 'to'] as const
export type WaterfallPart = (typeof waterfallParts)[number]
export const waterfallSheet = { width: 640, height: 220, left: 16, right: 16, top: 28, bottom: 44 } as const

/** `yuan` as it counts: what left is taken off. `level` = where the sum stands after it. */
export type WaterfallStep = { part: WaterfallPart; kind: 'total' | 'rise' | 'fall'; yuan: number; level: number; told: Part }
export type DrawnStep = WaterfallStep & { x: number; width: number; y: number; height: number; levelY: number }

/** From one sum to the other; over a whole library nothing moves between groups. */
export function waterfallSteps(bridge: Bridge): WaterfallStep[] {
  let level = 0
  return waterfallParts.map((part) => {
    const told = bridge[part]
    if (part === 'from' || part === 'to') {
      level = told.yuan
      return { part, kind: 'total', yuan: told.yuan, level, told }
    }
    const yuan = part === 'left' ? 0 - told.yuan : told.yuan
    level += yuan
    return { part, kind: yuan < 0 ? 'fall' : 'rise', yuan, level, told }
  })
}

/** Totals stand on zero, steps hang between the level before and the level after; where the changes are small beside the sums the foot is cut off, and said to be. */
export function drawWaterfall(bridge: Bridge): { steps: DrawnStep[]; cut: boolean } {
  const steps = waterfallSteps(bridge)
  const levels = steps.map(({ level }) => level)
  const [low, high] = [Math.min(...levels), Math.max(...levels)]
  const cut = low > 0 && high - low < high / 4 && high > low
  const floor = cut ? low - (high - low) : Math.min(0, low)
  const { width, height, left, right, top, bottom } = waterfallSheet
  const y = scale(floor, Math.max(high, floor + 1), height - bottom, top)
  const slot = (width - left - right) / steps.length
  const drawn = steps.map((step, at): DrawnStep => {
    const before = step.kind === 'total' ? floor : (steps[at - 1]?.level ?? 0)
    const [from, to] = [y(before), y(step.level)]
    const [y0, y1] = [Math.min(from, to), Math.max(from, to)]
    return { ...step, x: left + at * slot + slot * 0.15, width: slot * 0.7, y: y0, height: Math.max(1, y1 - y0), levelY: to }
  })
  return { steps: drawn, cut }
}
