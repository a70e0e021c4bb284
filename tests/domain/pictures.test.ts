import { describe, expect, it } from 'vitest'
import type { Bridge, Part } from '../../domain/period-compare'
import { apart, curveMonths, drawCurve, planVersions } from '../../domain/picture/curve'
import { roundTop, scale } from '../../domain/picture/scale'
import { drawSlips, slipSheet } from '../../domain/picture/slips'
import { shares, tileAt } from '../../domain/picture/tiles'
import { drawTimeline, markKind, timelineSheet, timelineWindow } from '../../domain/picture/timeline'
import { drawWaterfall, waterfallSteps } from '../../domain/picture/waterfall'
import { slipOf } from '../../domain/slip'

const today = '2025-10-16'

describe('a scale', () => {
  it('ends with a round figure at or above the value', () => {
    expect([0, 0.7, 1, 13, 240, 26_000, 80_000_000].map(roundTop)).toEqual([1, 0.8, 1, 15, 250, 30_000, 80_000_000])
  })

  it('of a span of nothing puts everything at its start', () => {
    expect(scale(5, 5, 10, 90)(5)).toBe(10)
  })
})

const plan = { year: 2025, plannedYuan: 1200, curve: null, curveShape: null, startMonth: null, finishMonth: null }

describe('a curve of a year', () => {
  const approved = [
    { month: '2025-01', yuan: 100 },
    { month: '2025-03', yuan: 300 },
    { month: '2025-04', yuan: 350 },
  ]
  const months = curveMonths(2025, { original: plan, adjusted: null, approved, reported: [] })

  it('has no point where nothing is known, least of all zero', () => {
    const { lines } = drawCurve(months, null)
    expect(lines.approved.points.map(({ month }) => month)).toEqual(['2025-01', '2025-03', '2025-04'])
    expect(lines.reported.points).toEqual([])
    expect(lines.reported.solid).toBe('')
  })

  it('is solid between neighbouring months and dotted across a missing one', () => {
    const { solid, gap, points } = drawCurve(months, null).lines.approved
    expect(solid.match(/M/g)).toHaveLength(2)
    expect(gap).toBe(`M${points[0]?.x} ${points[0]?.y}L${points[1]?.x} ${points[1]?.y}`)
  })

  it('draws a plan without a curve of its own evenly', () => {
    expect(months.map(({ original }) => original)).toEqual(Array.from({ length: 12 }, (_, at) => (at + 1) * 100))
  })

  it('opens its fan from the last approved month to the ends of the range', () => {
    const { fan, lines } = drawCurve(months, { from: '2025-04', fromYuan: 350, lowYuan: 900, highYuan: 1400 })
    const last = lines.approved.points.at(-1)
    expect(fan?.path).toBe(`M${last?.x} ${last?.y}L${fan?.high.x} ${fan?.high.y}V${fan?.low.y}Z`)
    expect(fan?.high.y).toBeLessThan(fan?.low.y ?? 0)
  })

  it('tells the first plan from the one in force only where they differ', () => {
    const first = { ...plan, id: 1, current: false }
    expect(planVersions([{ ...first, current: true }]).adjusted).toBeNull()
    expect(planVersions([first, { ...plan, id: 2, current: true }]).adjusted).toBeNull()
    const { original, adjusted } = planVersions([{ ...plan, id: 2, current: true, plannedYuan: 900 }, first])
    expect([original?.plannedYuan, adjusted?.plannedYuan]).toEqual([1200, 900])
  })

  it('pushes labels apart and leaves them in their order', () => {
    expect(apart([50, 48, 100], 15)).toEqual([63, 48, 100])
  })
})

describe('a slip', () => {
  const dates = { originalOn: '2025-03-30', baselineOn: '2025-09-30', forecastOn: null }

  it('without a forecast is at least what has gone by since the date in force', () => {
    expect(slipOf(dates, today)).toEqual({ endOn: today, days: 16, fromOriginal: 200, basis: 'open' })
  })

  it('with a forecast runs to it; one that is past says nothing more', () => {
    expect(slipOf({ ...dates, forecastOn: '2025-12-31' }, today)).toMatchObject({ days: 92, basis: 'forecast' })
    expect(slipOf({ ...dates, forecastOn: '2025-10-10' }, today)).toMatchObject({ days: 16, basis: 'open' })
  })

  it('is none before its date, and none with a forecast in time', () => {
    expect(slipOf({ ...dates, baselineOn: '2025-10-16' }, today)).toBeNull()
    expect(slipOf({ ...dates, baselineOn: '2025-12-31', forecastOn: '2025-11-30' }, today)).toBeNull()
    expect(slipOf({ ...dates, baselineOn: '2025-12-31', forecastOn: '2026-01-01' }, today)?.days).toBe(1)
  })

  it('is drawn on the scale of all, from the date in force to its end', () => {
    const bars = [
      { originalOn: '2025-03-30', baselineOn: '2025-06-30', endOn: '2026-06-30' },
      { originalOn: null, baselineOn: '2025-09-30', endOn: today },
    ]
    const drawing = drawSlips(bars, today)
    expect(drawing.bars[1]?.to).toBe(drawing.today)
    expect(drawing.bars.map(({ original }) => original !== null)).toEqual([true, false])
    expect(drawing.bars.every(({ from, to }) => from >= slipSheet.left && to > from && to <= slipSheet.width - slipSheet.right)).toBe(true)
    expect(drawing.ticks.length).toBeLessThanOrEqual(9)
  })
})

describe('a timeline', () => {
  const milestone = { id: 1, name: '开工', originalOn: null, baselineOn: '2025-06-30', forecastOn: null, metOn: null }

  it('by month is a year of twelve, by quarter five years of four', () => {
    expect(timelineWindow('month', 2025)).toMatchObject({ from: '2025-01-01', lastDay: '2025-12-31' })
    const { ticks, from } = timelineWindow('quarter', 2026)
    expect([from, ticks.length, ticks[1]?.text, ticks[4]?.text]).toEqual(['2022-01-01', 20, 'Q2', '2023'])
  })

  it('tells met, met late, overdue and planned apart', () => {
    expect(markKind(milestone, today)).toBe('overdue')
    expect(markKind({ ...milestone, metOn: '2025-06-30' }, today)).toBe('met')
    expect(markKind({ ...milestone, metOn: '2025-07-01' }, today)).toBe('late')
    expect(markKind({ ...milestone, baselineOn: today }, today)).toBe('ahead')
  })

  it('counts what lies outside its window, and draws nothing without a date', () => {
    const row = [
      milestone,
      { ...milestone, baselineOn: '2024-01-01' },
      { ...milestone, baselineOn: '2030-01-01' },
      { ...milestone, baselineOn: null },
    ]
    const { rows } = drawTimeline([row], timelineWindow('month', 2025), today)
    expect([rows[0]?.marks.length, rows[0]?.before, rows[0]?.after]).toEqual([1, 1, 1])
  })

  it('draws a forecast beyond the window at its edge', () => {
    const { rows } = drawTimeline([[{ ...milestone, forecastOn: '2027-01-01' }]], timelineWindow('month', 2025), today)
    expect(rows[0]?.marks[0]?.forecastX).toBe(timelineSheet.width - timelineSheet.right)
  })
})

describe('a waterfall', () => {
  const part = (yuan: number): Part => ({ works: 1, yuan, known: 1 })
  const bridge = (from: number, entered: number, left: number, changed: number): Bridge => {
    const moved = part(0)
    const to = part(from + entered - left + changed)
    return { from: part(from), entered: part(entered), left: part(left), changed: part(changed), movedIn: moved, movedOut: moved, to }
  }

  it('ends its steps where the second sum stands', () => {
    const steps = waterfallSteps(bridge(100, 30, 20, -15))
    expect(steps.map(({ kind }) => kind)).toEqual(['total', 'rise', 'fall', 'fall', 'total'])
    expect(steps.at(-2)?.level).toBe(steps.at(-1)?.yuan)
  })

  it('cuts the foot off only where the change would not be seen beside the sums', () => {
    expect(drawWaterfall(bridge(1000, 10, 5, 3)).cut).toBe(true)
    expect(drawWaterfall(bridge(100, 60, 20, 3)).cut).toBe(false)
    expect(drawWaterfall(bridge(0, 0, 0, 0)).steps.every(({ height }) => height >= 1)).toBe(true)
  })
})

describe('tiles', () => {
  it('stand in reading order, six a row', () => {
    expect(tileAt(0)).toEqual({ x: 0, y: 0 })
    expect(tileAt(6).x).toBe(0)
    expect(tileAt(7).y).toBe(tileAt(11).y)
  })

  it('share a bar one after another, and nothing where nothing is there', () => {
    expect(shares([1, 1, 2], 8, 80)).toEqual([
      { x: 0, width: 10 },
      { x: 10, width: 10 },
      { x: 20, width: 20 },
    ])
    expect(shares([0], 0, 80)).toEqual([{ x: 0, width: 0 }])
  })
})
