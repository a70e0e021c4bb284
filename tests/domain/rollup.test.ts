import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stages } from '../../domain/project'
import { cellOf, isLowerBound, rollUp } from '../../domain/rollup'

const amount = fc.option(fc.integer({ min: 0, max: 1e12 }), { nil: null })
const work = fc.record({
  stage: fc.constantFrom(...stages),
  lightLevel: fc.constantFrom('red' as const, 'yellow' as const, 'green' as const, 'none' as const),
  planYuan: amount,
  totalYuan: amount,
  reportedYuan: amount,
  approvedYuan: amount,
  approvedPartial: fc.boolean(),
})

test('no mix of works turns an unknown figure into 0, and every work is known or unknown in each layer', () => {
  fc.assert(
    fc.property(fc.array(work), (works) => {
      const sum = rollUp(works.map(cellOf))
      expect(sum.approved.partial).toBe(works.filter((one) => one.approvedYuan !== null && one.approvedPartial).length)
      for (const [layer, key] of [
        [sum.plan, 'planYuan'],
        [sum.declared, 'totalYuan'],
        [sum.reported, 'reportedYuan'],
        [sum.approved, 'approvedYuan'],
      ] as const) {
        const known = works.map((one) => one[key]).filter((yuan) => yuan !== null)
        expect(layer.known + layer.unknown).toBe(works.length)
        expect(layer.yuan).toBe(known.length === 0 ? null : known.reduce((a, b) => a + b, 0))
      }
      expect(Object.values(sum.byStage).reduce((a, b) => a + b, 0)).toBe(works.length)
      expect(Object.values(sum.lights).reduce((a, b) => a + b, 0)).toBe(works.length)
    }),
  )
})

test('a sum is a lower bound when a work is unknown or only known in part', () => {
  const whole = { yuan: 5, known: 2, unknown: 0, partial: 0 }
  expect(isLowerBound(whole)).toBe(false)
  expect(isLowerBound({ ...whole, unknown: 1 })).toBe(true)
  expect(isLowerBound({ ...whole, partial: 1 })).toBe(true)
  expect(isLowerBound({ ...whole, yuan: null, known: 0, unknown: 2 })).toBe(false)
})
