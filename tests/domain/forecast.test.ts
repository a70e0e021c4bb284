import { describe, expect, test } from 'vitest'
import type { Month } from '../../domain/calendar'
import { backTest, yearEnd } from '../../domain/forecast'
import { chainGap, comparablePoints } from '../../domain/forecast-chain'
import { completion, earnedMonths, plannedCurve } from '../../domain/forecast-schedule'
import type { CurvedPlan } from '../../domain/plan-curve'

const plan = (more: Partial<CurvedPlan> = {}): CurvedPlan => ({
  year: 2025,
  plannedYuan: 1200,
  curve: null,
  curveShape: null,
  startMonth: null,
  finishMonth: null,
  ...more,
})
const points = (...yuan: number[]) => yuan.map((sum, at) => ({ month: `2025-${String(at + 1).padStart(2, '0')}` as Month, yuan: sum }))

describe('the sum at the year’s end', () => {
  test('is not forecast under three approved months of the year', () => {
    expect(yearEnd(points(50, 100), 2025, plan())).toEqual({ state: 'not-enough-data', year: 2025, points: 2, needed: 3 })
    expect(yearEnd([{ month: '2024-12', yuan: 900 }, ...points(50, 100)], 2025, plan()).state).toBe('not-enough-data')
  })

  test('is a range between the average, the last three months and the plan', () => {
    const end = yearEnd(points(50, 100, 150, 200, 300, 500), 2025, plan())
    expect(end).toMatchObject({ state: 'range', asOf: '2025-06', lowYuan: 998, highYuan: 1202 })
    expect(end.state === 'range' && end.paces).toEqual([
      { pace: 'average', monthlyYuan: 83, yuan: 998 },
      { pace: 'recent', monthlyYuan: 117, yuan: 1202 },
      { pace: 'plan', monthlyYuan: 100, yuan: 1100 },
    ])
  })

  test('leaves the plan out where none is known, and follows its own curve where there is one', () => {
    const told = points(50, 100, 150)
    const sums = (asked: CurvedPlan | null) => {
      const end = yearEnd(told, 2025, asked)
      return end.state === 'range' ? end.paces.map(({ pace, yuan }) => `${pace} ${yuan}`) : []
    }
    expect(sums(null)).toEqual(['average 600', 'recent 600'])
    expect(sums(plan({ plannedYuan: null }))).toEqual(['average 600', 'recent 600'])
    const late = [0, 0, 0, 0, 0, 0, 0, 0, 0, 300, 700, 1200]
    expect(sums(plan({ curveShape: 'own', curve: late }))).toContain('plan 1350')
  })

  test('does not count the months before a start inside the year, nor take anything away again', () => {
    const told = [
      { month: '2025-07', yuan: 100 },
      { month: '2025-08', yuan: 200 },
      { month: '2025-09', yuan: 300 },
    ]
    const end = yearEnd(told, 2025, plan({ startMonth: '2025-07', plannedYuan: null }))
    expect(end.state === 'range' && end.paces[0]).toMatchObject({ pace: 'average', yuan: 600 })
    expect(yearEnd(points(300, 300, 300, 100), 2025, plan({ plannedYuan: null }))).toMatchObject({ lowYuan: 100 })
  })

  test('is what was approved once December is', () => {
    expect(yearEnd([...points(1, 2, 3), { month: '2025-12', yuan: 999 }], 2025, null)).toEqual({ state: 'told', year: 2025, yuan: 999 })
  })
})

describe('how good it was a quarter ago', () => {
  test('sets what was known then against what came', () => {
    const then = points(100, 200, 300)
    expect(backTest(then, points(100, 200, 300, 400, 500, 600), 2025, plan())).toMatchObject({
      ...{ state: 'tested', asOf: '2025-03', month: '2025-06', lowYuan: 600, highYuan: 600, inside: true, offPercent: 0 },
    })
    expect(backTest(then, points(100, 200, 300, 300, 300, 450), 2025, plan())).toMatchObject({ inside: false, offPercent: -25 })
  })

  test('says nothing where too little was known, or nothing came since', () => {
    expect(backTest(points(1, 2), points(1, 2, 3, 4, 5), 2025, null)).toEqual({ state: 'none' })
    expect(backTest(points(1, 2, 3), points(1, 2, 3), 2025, null)).toEqual({ state: 'none' })
  })
})

describe('earned schedule', () => {
  const even = plan({ curveShape: 'even', finishMonth: '2025-12' })

  test('counts the months of the plan that are done, parts by the line between', () => {
    const { curve } = plannedCurve([even])
    expect([earnedMonths(curve, 0), earnedMonths(curve, 100), earnedMonths(curve, 250), earnedMonths(curve, 5000)]).toEqual([0, 1, 2.5, 12])
  })

  test('forecasts the completion as a range: as planned, at the efficiency so far, at the recent one', () => {
    expect(completion([even], points(50, 100, 150, 200, 250, 300))).toEqual({
      ...{ state: 'range', asOf: '2025-06', plannedMonth: '2025-12', esMonths: 3, atMonths: 6, spi: 0.5 },
      ...{ earliest: '2026-03', latest: '2026-12', partial: false },
    })
  })

  test('sees no end where nothing moved for three months', () => {
    expect(completion([even], points(300, 300, 300, 300, 300))).toMatchObject({ state: 'range', latest: null })
  })

  test('needs a curve that reaches the finish, and three points', () => {
    expect(completion([plan()], points(1, 2, 3)).state).toBe('no-curve')
    expect(completion([plan({ curveShape: 'even' })], points(1, 2, 3)).state).toBe('no-finish')
    expect(completion([plan({ curveShape: 'even', finishMonth: '2026-06' })], points(1, 2, 3)).state).toBe('curve-too-short')
    expect(completion([even], points(1, 2))).toEqual({ state: 'not-enough-data', points: 2, needed: 3 })
    expect(completion([even], points(400, 800, 1200)).state).toBe('done')
  })

  test('goes through the years that touch each other, and says when an earlier one is not told to its end', () => {
    const before = plan({ year: 2024, curveShape: 'even', plannedYuan: 600 })
    const told = [{ month: '2024-11', yuan: 500 }, ...points(100, 200, 300)]
    expect(plannedCurve([even, before, plan({ year: 2022, curveShape: 'even' })]).curve).toHaveLength(24)
    expect(completion([even, before], told)).toMatchObject({ state: 'range', atMonths: 15, esMonths: 14, partial: true })
    expect(completion([even, before], [{ month: '2024-12', yuan: 600 }, ...points(100, 200, 300)])).toMatchObject({
      partial: false,
      spi: 1,
    })
  })
})

describe('the gap of a chain', () => {
  const returned = (...rows: [number, string, number][]) =>
    rows.map(([organisationId, quarter, yuan]) => ({ organisationId, quarter, yuan }))
  const output = { yuan: 600, through: '2025-09', known: 2, unknown: 1, bound: true }

  test('compares only quarters in which the same enterprises returned', () => {
    const rows = returned([1, '2025Q1', 10], [1, '2025Q2', 20], [2, '2025Q2', 5], [1, '2025Q3', 30], [2, '2025Q3', 9], [1, '2024Q4', 99])
    expect(comparablePoints(2025, rows)).toEqual([
      { month: '2025-06', yuan: 25 },
      { month: '2025-09', yuan: 39 },
    ])
    expect(comparablePoints(2025, [])).toEqual([])
  })

  test('is a range with its coverage from three comparable quarters on', () => {
    const three = [
      { month: '2025-03', yuan: 100 },
      { month: '2025-06', yuan: 200 },
      { month: '2025-09', yuan: 600 },
    ]
    expect(chainGap({ target: 1000, output, points: three })).toEqual({
      ...{ state: 'range', through: '2025-09', gapNowYuan: 400, leastYuan: 0, mostYuan: 200, known: 2, all: 3, bound: true },
    })
    expect(chainGap({ target: 1000, output, points: three.slice(1) })).toMatchObject({
      state: 'not-enough-data',
      points: 2,
      gapNowYuan: 400,
    })
  })

  test('is told once the year is, and unknown without target or output', () => {
    expect(chainGap({ target: 1000, output: { ...output, through: '2025-12' }, points: [] })).toMatchObject({ state: 'told', gapYuan: 400 })
    expect(chainGap({ target: null, output, points: [] })).toEqual({ state: 'no-target' })
    expect(chainGap({ target: 1000, output: { ...output, yuan: null, through: null }, points: [] })).toMatchObject({ state: 'no-output' })
  })
})
