import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstLightRules } from '../../db/reference/rules'
import { chainOutput, enterpriseOutputs, rateChain } from '../../domain/chain-output'
import { expectedOutput } from '../../domain/expected'

const yi = 100_000_000
const rules = firstLightRules
const of = (returns: [number, string, number][], enterprises = [1, 2]) =>
  chainOutput(
    2025,
    null,
    enterpriseOutputs(
      2025,
      enterprises,
      returns.map(([organisationId, quarter, yuan]) => ({ organisationId, quarter, yuan })),
    ),
  )

test('the last approved quarter of the year counts, and only that year', () => {
  expect(
    of([
      [1, '2025Q1', 5 * yi],
      [1, '2025Q2', 9 * yi],
      [1, '2024Q4', 20 * yi],
    ]),
  ).toMatchObject({ yuan: 9 * yi, known: 1, unknown: 1, through: '2025-06' })
})

test('an enterprise without a return is unknown, and a chain without any has no figure', () => {
  expect(of([])).toMatchObject({ yuan: null, known: 0, unknown: 2, source: 'none', through: null })
})

test('statistics take the place of the sum', () => {
  const output = chainOutput(2025, { yuan: 30 * yi, through: '2025-09', source: '统计快报' }, enterpriseOutputs(2025, [1, 2], []))
  expect(output).toMatchObject({ yuan: 30 * yi, source: 'statistics', known: 0, unknown: 2 })
})

test('a partial sum can prove green, never yellow or red', () => {
  expect(rateChain(of([[1, '2025Q3', 30 * yi]]), 40 * yi, rules)).toMatchObject({ level: 'green' })
  expect(rateChain(of([[1, '2025Q3', 10 * yi]]), 40 * yi, rules)).toMatchObject({
    level: 'none',
    reason: 'chain-partial',
    params: { known: 1, all: 2 },
  })
  expect(
    rateChain(
      of([
        [1, '2025Q3', 10 * yi],
        [2, '2025Q3', 2 * yi],
      ]),
      40 * yi,
      rules,
    ),
  ).toMatchObject({ level: 'red' })
})

test('quarters that differ make the sum a lower bound as well', () => {
  expect(
    rateChain(
      of([
        [1, '2025Q3', 10 * yi],
        [2, '2025Q2', 2 * yi],
      ]),
      40 * yi,
      rules,
    ),
  ).toMatchObject({ level: 'none', reason: 'chain-partial' })
})

test('a chain without a target is not rated', () => {
  expect(rateChain(of([[1, '2025Q3', 10 * yi]]), null, rules)).toMatchObject({ level: 'none', reason: 'no-target' })
})

test('ten points behind is yellow, thirty still yellow, more is red', () => {
  const at = (yuan: number) => rateChain(of([[1, '2025Q4', yuan]], [1]), 100 * yi, rules).level
  expect([at(90.1 * yi), at(90 * yi), at(70 * yi), at(69.9 * yi)]).toEqual(['green', 'yellow', 'yellow', 'red'])
})

test('what works would add is a range, unknown works stay out of it and are counted', () => {
  const works = [
    { fullOutputYuan: 10 * yi, stage: 'construction' as const, worst: 'green' as const },
    { fullOutputYuan: null, stage: 'reserve' as const, worst: 'none' as const },
  ]
  expect(expectedOutput(works, rules.expected)).toEqual({ lowYuan: 5 * yi, highYuan: 9 * yi, known: 1, unknown: 1 })
  expect(expectedOutput(works.slice(1), rules.expected)).toBeNull()
})

test('no history makes an unknown output 0', () => {
  const entry = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('2025Q1', '2025Q2', '2024Q4'), fc.integer({ min: 0, max: 1e12 }))
  fc.assert(
    fc.property(fc.array(entry), (returns) => {
      const output = of(returns as [number, string, number][], [1, 2, 3])
      const told = new Set(returns.filter(([id, quarter]) => id <= 3 && quarter.startsWith('2025')).map(([id]) => id))
      expect(output.known).toBe(told.size)
      expect(output.yuan === null).toBe(told.size === 0)
    }),
  )
})
