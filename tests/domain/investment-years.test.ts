import fc from 'fast-check'
import { expect, test } from 'vitest'
import { investmentYears, isUneven, type YearSum } from '../../domain/investment-years'

const sum = (year: number, yuan: number | null, known: number, from = `${year}-03`, through = `${year}-09`): YearSum => ({
  year,
  yuan,
  known,
  from,
  through,
})

test('a year that only the plan speaks of is unknown in what was reported and approved', () => {
  expect(investmentYears(5, [sum(2025, 900, 2)], [], [])).toEqual([
    {
      year: 2025,
      plan: { yuan: 900, known: 2, unknown: 3 },
      reported: { yuan: null, known: 0, unknown: 5, from: null, through: null },
      approved: { yuan: null, known: 0, unknown: 5, from: null, through: null },
    },
  ])
})

test('an approved zero stays zero, and is known', () => {
  expect(investmentYears(1, [], [], [sum(2024, 0, 1)])[0]?.approved).toMatchObject({ yuan: 0, known: 1, unknown: 0 })
})

test('years come latest first, and parts that reach different months are said to', () => {
  const years = investmentYears(3, [sum(2023, 1, 1)], [], [sum(2025, 1, 1), sum(2024, 2, 2, '2024-12', '2024-12')])
  expect(years.map((row) => row.year)).toEqual([2025, 2024, 2023])
  expect(years.map((row) => isUneven(row.approved))).toEqual([true, false, false])
})

const layer = fc.uniqueArray(
  fc
    .record({ year: fc.integer({ min: 2021, max: 2027 }), yuan: fc.integer({ min: 0, max: 1e12 }), known: fc.integer({ min: 0, max: 9 }) })
    .map(({ year, yuan, known }) => sum(year, known === 0 ? null : yuan, known)),
  { selector: (entry) => entry.year },
)

test('every layer of every year counts each work once, and says null exactly where it knows none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 9, max: 20 }), layer, layer, layer, (works, plan, reported, approved) => {
      for (const row of investmentYears(works, plan, reported, approved)) {
        for (const told of [row.plan, row.reported, row.approved]) {
          expect(told.known + told.unknown).toBe(works)
          expect(told.yuan === null).toBe(told.known === 0)
        }
      }
    }),
  )
})
