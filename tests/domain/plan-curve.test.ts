import { describe, expect, it } from 'vitest'
import { type CurvedPlan, curveShapes, plannedByMonth, plannedShare, standardShapes } from '../../domain/plan-curve'
import { timeProgress } from '../../domain/rating'

const plan = (more: Partial<CurvedPlan> = {}): CurvedPlan => ({
  ...{ year: 2025, plannedYuan: 12_000_000, curve: null, curveShape: 'even', startMonth: null, finishMonth: null },
  ...more,
})

describe('a planned curve', () => {
  it('is none where nobody chose one, nor a sum where nobody planned one', () => {
    expect(plannedByMonth(plan({ curveShape: null }))).toBeNull()
    expect(plannedShare(plan({ curveShape: null }), '2025-06')).toBeNull()
    expect(plannedByMonth(plan({ plannedYuan: null }))).toBeNull()
    expect(plannedShare(plan({ plannedYuan: null }), '2025-06')).toBe(50)
  })

  it('has twelve sums that never fall and end at the plan, whatever its shape', () => {
    for (const curveShape of standardShapes)
      for (const startMonth of [null, '2024-05', '2025-01', '2025-06', '2025-12'])
        for (const finishMonth of [null, '2025-12', '2027-01']) {
          const sums = plannedByMonth(plan({ curveShape, startMonth, finishMonth }))?.map(({ yuan }) => yuan) ?? []
          expect(sums).toHaveLength(12)
          expect(sums.at(-1)).toBe(12_000_000)
          expect(sums).toEqual(sums.toSorted((a, b) => a - b))
        }
  })

  it('even, it is the time progress of the same months', () => {
    const months = { startMonth: '2025-04', finishMonth: '2025-09' }
    for (const month of ['2025-01', '2025-03', '2025-04', '2025-07', '2025-09', '2025-12'])
      expect(plannedShare(plan(months), month)).toBeCloseTo(timeProgress(month, months.startMonth, months.finishMonth))
  })

  it('runs ahead, behind, or through the middle', () => {
    const half = (curveShape: CurvedPlan['curveShape']) => plannedShare(plan({ curveShape }), '2025-06')
    expect([half('front'), half('back'), half('s')]).toEqual([75, 25, 50])
    const quarter = (curveShape: CurvedPlan['curveShape']) => plannedShare(plan({ curveShape }), '2025-03') ?? 0
    expect(quarter('s')).toBeLessThan(25)
  })

  it('of one’s own is what was planned, month by month', () => {
    const curve = [0, 0, 1, 2, 3, 4, 5, 6, 8, 10, 11, 12].map((share) => share * 1_000_000)
    expect(plannedByMonth(plan({ curveShape: 'own', curve }))?.map(({ yuan }) => yuan)).toEqual(curve)
    expect(plannedShare(plan({ curveShape: 'own', curve }), '2025-10')).toBeCloseTo((10 / 12) * 100)
    expect(plannedByMonth(plan({ curveShape: 'own', curve: [1, 2] }))).toBeNull()
    expect(plannedByMonth(plan({ curveShape: 'own', curve: null }))).toBeNull()
  })

  it('says nothing of another year, nor of a work that is not there in it', () => {
    expect(plannedShare(plan(), '2024-12')).toBeNull()
    for (const curveShape of curveShapes) {
      expect(plannedByMonth(plan({ curveShape, startMonth: '2026-01' }))).toBeNull()
      expect(plannedByMonth(plan({ curveShape, finishMonth: '2024-12' }))).toBeNull()
    }
  })
})
