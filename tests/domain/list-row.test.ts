import { expect, test } from 'vitest'
import type { Light, LightKind, LightLevel } from '../../domain/light'
import { completionOf, lightToShow } from '../../domain/list-row'

const light = (kind: LightKind, level: LightLevel, inputs: Light['inputs'] = {}): Light => ({
  kind,
  level,
  reason: level,
  params: {},
  inputs,
})

test('a list shows the worst light, and the progress light where none could be rated', () => {
  expect(lightToShow([light('milestone', 'yellow'), light('progress', 'red')])?.kind).toBe('progress')
  expect(lightToShow([light('milestone', 'none'), light('progress', 'none')])?.kind).toBe('progress')
  expect(lightToShow([])).toBeNull()
})

const row = { yearToDateYuan: 450, annualPlanYuan: 1000, approvedMonth: '2025-08', lights: [light('progress', 'yellow', { time: 66.666 })] }

test('completion stands beside the time progress of its own month', () => {
  expect(completionOf(row, '2025-10-16')).toEqual({ done: 45, due: 66.7, month: '2025-08', old: false })
  expect(completionOf({ ...row, lights: [] }, '2025-10-16')?.due).toBeNull()
})

test('a year that is over says so, from the day its last month was due', () => {
  const december = { ...row, approvedMonth: '2025-12' }
  expect([completionOf(december, '2026-01-20')?.old, completionOf(december, '2026-02-01')?.old]).toEqual([false, true])
})

test.each([{ yearToDateYuan: null }, { annualPlanYuan: null }, { annualPlanYuan: 0 }, { approvedMonth: null }])(
  'no data is not zero: %o',
  (gap) => {
    expect(completionOf({ ...row, ...gap }, '2025-10-16')).toBeNull()
  },
)
