import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { investedSoFar, type MonthFigure, monthAmount, yearFigures } from '../../domain/investment'

const none = { yuan: null, year: null }
const figure = (month: string, yearToDateYuan: number | null): MonthFigure => ({ month, yearToDateYuan })

describe('a month’s own amount', () => {
  test('is derived from the month before it in the same year', () => {
    const figures = [figure('2025-08', 100), figure('2025-09', 130)]
    expect(monthAmount(figures, '2025-09')).toEqual({ yuan: 30, since: '2025-08' })
  })

  test('reads “since” the last approved month where months are missing, never split', () => {
    expect(monthAmount([figure('2025-05', 100), figure('2025-09', 500)], '2025-09')).toEqual({ yuan: 400, since: '2025-05' })
  })

  test('starts at nothing in January of each year, and is unknown without a figure', () => {
    expect(monthAmount([figure('2024-12', 900), figure('2025-01', 50)], '2025-01')).toEqual({ yuan: 50, since: null })
    expect(monthAmount([figure('2025-08', 100)], '2025-09')).toBeNull()
    expect(monthAmount([figure('2025-09', null)], '2025-09')).toBeNull()
  })

  test('is negative only as the effect of a lowered cumulative', () => {
    expect(monthAmount([figure('2025-08', 100), figure('2025-09', 90)], '2025-09')?.yuan).toBe(-10)
  })
})

describe('investment so far', () => {
  test('is the opening balance and the last figure of each year since', () => {
    const figures = [figure('2024-11', 80), figure('2024-12', 100), figure('2025-03', 20), figure('2025-02', 10)]
    expect(investedSoFar(figures, { yuan: 1000, year: 2023 }, null)).toEqual({
      yuan: 1120,
      partial: false,
      yearToDateYuan: 20,
      month: '2025-03',
    })
  })

  test('is a lower bound without an opening balance, or where an earlier year is not told to its December', () => {
    expect(investedSoFar([figure('2025-03', 20)], none, null)).toMatchObject({ yuan: 20, partial: true })
    const gap = [figure('2024-10', 80), figure('2025-03', 20)]
    expect(investedSoFar(gap, { yuan: 0, year: 2023 }, null)).toMatchObject({ yuan: 100, partial: true })
    expect(investedSoFar([figure('2025-03', 20)], { yuan: 5, year: 2023 }, null)).toMatchObject({ yuan: 25, partial: true })
  })

  test('does not count a year that the opening balance already holds', () => {
    expect(investedSoFar([figure('2023-12', 70), figure('2024-12', 10)], { yuan: 500, year: 2023 }, null).yuan).toBe(510)
  })

  test('is unknown, not 0, when nothing was ever stated', () => {
    expect(investedSoFar([], none, null)).toEqual({ yuan: null, partial: true, yearToDateYuan: null, month: null })
    expect(investedSoFar([figure('2025-03', null)], none, null).yuan).toBeNull()
  })

  test('is the final figure of a finished work, unless a later month was approved', () => {
    const final = { yuan: 4000, on: '2023-06-30' }
    expect(investedSoFar([figure('2023-05', 90)], none, final)).toMatchObject({ yuan: 4000, partial: false })
    expect(investedSoFar([figure('2023-08', 95)], none, final)).toMatchObject({ yuan: 95, partial: true })
  })

  test('never turns an unknown into a zero, whatever is missing (property)', () => {
    const month = fc
      .tuple(fc.integer({ min: 2021, max: 2027 }), fc.integer({ min: 1, max: 12 }))
      .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`)
    const known = fc.option(fc.integer({ min: 1, max: 1e12 }))
    const figures = fc.uniqueArray(fc.record({ month, yearToDateYuan: known }), { selector: (entry) => entry.month })
    fc.assert(
      fc.property(figures, known, (list, opening) => {
        const invested = investedSoFar(list, { yuan: opening, year: opening === null ? null : 2020 }, null)
        const stated = list.some((entry) => entry.yearToDateYuan !== null)
        expect(invested.yuan === null).toBe(!stated && opening === null)
        expect(invested.yuan).not.toBe(0)
        if (opening === null) expect(invested.partial).toBe(true)
        expect(yearFigures(list).size > 0).toBe(stated)
      }),
    )
  })
})
