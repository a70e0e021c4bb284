import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChainFacts } from '../../domain/published-output'
import { candidateOf, newestTold, type Part, toldOf } from '../../domain/published-output'

const partsOf = (shares: Record<string, string>): Part[] => Object.entries(shares).map(([who, said]) => ({ who, said }))
const total = (shares: Record<string, string>, source = 'enterprises') => ({ source, parts: partsOf(shares) })
const toldIndexes = (rows: ReturnType<typeof total>[]) => toldOf(rows).map((row) => rows.indexOf(row))

test('a total of two is told never, one of three is', () => {
  expect(toldIndexes([total({ a: '1', b: '2' }), total({ a: '1', b: '2', c: '3' })])).toEqual([1])
})

test('a change, an entry or a departure of one or two is held back until three have moved', () => {
  const rows = [
    total({ a: '1', b: '2', c: '3', d: '4' }),
    total({ a: '9', b: '2', c: '3', d: '4' }),
    total({ a: '9', b: '8', c: '3', d: '4', e: '5' }),
    total({ a: '1', b: '2', c: '3' }),
    total({ a: '9', b: '8', c: '7', d: '4' }),
  ]
  expect(toldIndexes(rows)).toEqual([0, 2])
  expect(toldIndexes([rows[0]!, rows[1]!, rows[3]!, rows[4]!])).toEqual([0, 3])
})

test('a share that returns to what it once was is no new one', () => {
  const rows = [total({ a: '1', b: '2', c: '3' }), total({ a: '4', b: '5', c: '6' }), total({ a: '1', b: '2', c: '9' })]
  expect(toldIndexes(rows)).toEqual([0, 1])
})

test('a sum and statistics of one year are not both told: their difference is who is missing from the sum', () => {
  expect(toldIndexes([total({ a: '1', b: '2', c: '3' }), total({ a: 's', b: 's', c: 's', d: 's' }, 'statistics')])).toEqual([0])
})

test('statistics of another month are told, a correction of the same month is not; of two enterprises never', () => {
  const lock = (period: string, revision = 1) => ({ period, revision, publishedAt: `${period}-20T00:00:00.000Z` })
  const facts = (yuan: number, through: string, firms = 3): ChainFacts => ({
    stated: { yuan, through, source: '统计局' },
    enterprises: Array.from({ length: firms }, (_, index) => ({ organisationId: index + 1, yuan: null, through: null })),
  })
  const first = candidateOf(lock('2025-06'), 2025, facts(100, '2025-06'))
  const corrected = candidateOf(lock('2025-06', 2), 2025, facts(110, '2025-06'))
  const later = candidateOf(lock('2025-09'), 2025, facts(150, '2025-09'))
  expect(newestTold([first, corrected])?.output.yuan).toBe(100)
  expect(newestTold([first, corrected, later])).toMatchObject({ period: '2025-09', output: { yuan: 150 } })
  expect(newestTold([candidateOf(lock('2025-06'), 2025, facts(100, '2025-06', 2))])).toBeNull()
})

test('of what is told the newest period stands, and of that its last revision', () => {
  const at = (period: string, revision: number, shares: number[]) =>
    candidateOf({ period, revision, publishedAt: '2025-12-01T00:00:00.000Z' }, 2025, {
      stated: null,
      enterprises: shares.map((yuan, index) => ({ organisationId: index + 1, yuan, through: '2025-09' })),
    })
  const told = newestTold([
    at('2025-08', 1, [1, 2, 3]),
    at('2025-09', 1, [4, 5, 6]),
    at('2025-09', 2, [7, 8, 9]),
    at('2025-08', 2, [10, 11, 12]),
  ])
  expect(told).toMatchObject({ period: '2025-09', revision: 2, output: { yuan: 24 } })
})

/** Whether some combination of rows is one unknown alone: elimination over a large prime field. */
const prime = 67_108_859
function tells(rows: readonly number[][], width: number): boolean {
  const echelon = reduced(rows, width)
  return echelon.some((row) => row.filter((value) => value !== 0).length === 1)
}

/** The reduced echelon form: a unit vector lies in the space of the rows only if it is one of its rows. */
function reduced(rows: readonly number[][], width: number): number[][] {
  const matrix = rows.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < width && rank < matrix.length; column++) {
    const pivot = matrix.findIndex((row, index) => index >= rank && row[column] !== 0)
    if (pivot < 0) continue
    ;[matrix[rank], matrix[pivot]] = [matrix[pivot]!, matrix[rank]!]
    const inverse = power(matrix[rank]![column]!, prime - 2)
    matrix[rank] = matrix[rank]!.map((value) => (value * inverse) % prime)
    for (const [index, row] of matrix.entries()) {
      const factor = row[column]!
      if (index !== rank && factor !== 0)
        matrix[index] = row.map((value, at) => (((value - factor * matrix[rank]![at]!) % prime) + prime) % prime)
    }
    rank++
  }
  return matrix.slice(0, rank)
}

function power(base: number, exponent: number): number {
  let [result, factor, left] = [1, base % prime, exponent]
  for (; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * factor) % prime
    factor = (factor * factor) % prime
  }
  return result
}

/** The totals told as equations; `known` = an enterprise that knows everything of its own. */
function equations(rows: readonly { parts: readonly Part[] }[], known: string | null): { rows: number[][]; width: number } {
  const names = [...new Set(rows.flatMap(({ parts }) => parts.filter(({ who }) => who !== known).map(({ who, said }) => `${who} ${said}`)))]
  const of = ({ parts }: { parts: readonly Part[] }) =>
    names.map((name) => (parts.some(({ who, said }) => `${who} ${said}` === name) ? 1 : 0))
  return { rows: rows.map(of), width: names.length }
}

const year = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.constantFrom('1', '2', '3', '4', '5')), {
  minLength: 2,
  maxLength: 16,
})

test('whoever sees all totals told in a year, even one of the enterprises, works out no other one’s figure', () => {
  fc.assert(
    fc.property(year, fc.constantFrom(null, 'a', 'b'), (months, known) => {
      const told = toldOf(months.map((shares) => total(shares)))
      const { rows, width } = equations(told, known)
      expect(tells(rows, width)).toBe(false)
    }),
    { numRuns: 3000 },
  )
})

test('the same attack does work out a figure where every total is told: the attack is one', () => {
  const all = [total({ a: '1', b: '2', c: '3', d: '4' }), total({ b: '2', c: '3', d: '4' })]
  const { rows, width } = equations(all, null)
  expect(tells(rows, width)).toBe(true)
})
