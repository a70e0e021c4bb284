import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addTotals, atLeast, formatWan, formatYi, nothing, totalOf, wanFieldText, yuanFromWan } from '../../domain/money'

test('an unknown amount is shown as a dash and never becomes 0', () => {
  expect(formatWan(null)).toBe('—')
  expect(formatYi(null)).toBe('—')
  expect(totalOf([null, null])).toEqual({ yuan: null, known: 0, unknown: 2 })
  expect(addTotals(nothing, nothing).yuan).toBeNull()
})

test('a total over any mix of known and unknown amounts is null exactly when nothing is known', () => {
  const amount = fc.option(fc.integer({ min: -1e12, max: 1e12 }), { nil: null })
  fc.assert(
    fc.property(fc.array(amount), fc.array(amount), (a, b) => {
      const total = addTotals(totalOf(a), totalOf(b))
      const known = [...a, ...b].filter((entry) => entry !== null)
      expect(total).toEqual({
        yuan: known.length === 0 ? null : known.reduce((x, y) => x + y, 0),
        known: known.length,
        unknown: a.length + b.length - known.length,
      })
    }),
  )
})

test('a partial sum says ≥ and a whole one does not', () => {
  expect(atLeast({ yuan: 1_483_000_000, known: 4, unknown: 8 }, formatYi)).toBe('≥ 14.83')
  expect(atLeast({ yuan: 1_483_000_000, known: 4, unknown: 0 }, formatYi)).toBe('14.83')
})

test('万元 as typed becomes whole 元, exactly', () => {
  expect(yuanFromWan('58,267.57')).toBe(582_675_700)
  expect(yuanFromWan('０．１')).toBe(1000)
  expect(yuanFromWan('0.1') ?? 0).toBe((yuanFromWan('0.3') ?? 0) - (yuanFromWan('0.2') ?? 0))
  for (const text of ['1e309', '-', '1.23456', 'NaN', '约3', '9007199254740993', '']) expect(yuanFromWan(text)).toBeNull()
})

test('what a field shows is read back as the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_999_999_999_999, max: 9_999_999_999_999 }), (yuan) => {
      expect(yuanFromWan(wanFieldText(yuan))).toBe(yuan)
    }),
  )
})
