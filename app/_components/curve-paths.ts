export type CurvePoint = { label: string; plan: number | null; approved: number | null }
export type Placed = { index: number; value: number; x: number; y: number }

const round = (value: number): number => Math.round(value * 100) / 100

/** The known points of one line on a 100 × 100 sheet, y downwards. */
export function placed(points: readonly CurvePoint[], line: 'plan' | 'approved', top: number): Placed[] {
  return points.flatMap((point, index) => {
    const value = point[line]
    if (value === null) return []
    return [{ index, value, x: round(((index + 1) / points.length) * 100), y: round(100 - (value / top) * 100) }]
  })
}

/** Solid only from a month to the next; the year starts at zero. */
export function linePath(known: readonly Placed[], count: number): string {
  return pairs(known, count)
    .filter(([a, b]) => b.index - a.index === 1)
    .map(segment)
    .join('')
}

/** Across months nobody reported: the line says that it only joins two known points. */
export function gapPaths(known: readonly Placed[], count: number): string {
  return pairs(known, count)
    .filter(([a, b]) => b.index - a.index > 1)
    .map(segment)
    .join('')
}

const start: Placed = { index: -1, value: 0, x: 0, y: 100 }
const segment = ([a, b]: readonly [Placed, Placed]): string => `M${a.x} ${a.y}L${b.x} ${b.y}`

function pairs(known: readonly Placed[], count: number): [Placed, Placed][] {
  if (known.length === 0 || count === 0) return []
  return known.map((point, index) => [known[index - 1] ?? start, point])
}

export function rangePath(last: Placed, { low, high }: { low: number; high: number }, top: number): string {
  return `M${last.x} ${last.y}L100 ${round(100 - (high / top) * 100)}V${round(100 - (low / top) * 100)}Z`
}
