import { describe, expect, test } from 'vitest'
import { draftLimits } from '../../domain/draft'
import { draftInput } from '../../domain/draft-input'
import { monthlyInput } from '../../domain/update-input'
import { type Prefill, prefilled, type Told } from '../../domain/update-prefill'

const told = (more: Partial<Told> = {}): Told => ({
  period: '2025-08',
  yearToDateYuan: 10_000_000,
  step: '主体',
  progressText: '二层封顶',
  percent: 40,
  quantityDone: 3.5,
  conditionKind: null,
  conditionAsk: null,
  conditionUnitId: null,
  forecastOn: null,
  remark: '八月的话',
  onBehalfSource: null,
  onBehalfOn: null,
  revisionReason: null,
  ...more,
})
const start = (more: Partial<Prefill> = {}) =>
  prefilled({
    today: '2025-10-16',
    tried: null,
    before: told(),
    beforeYuan: 10_000_000,
    openCondition: null,
    nextForecastOn: null,
    ...more,
  })

describe('a month’s form', () => {
  test('begins with what is approved, but the new month’s own money and words are empty', () => {
    expect(start()).toMatchObject({
      investmentBasis: 'month',
      investment: '',
      step: '主体',
      percent: '40',
      quantityDone: '3.5',
      progressText: '二层封顶',
    })
    expect(start().remark).toBeUndefined()
  })

  test('asks for this year’s sum when the month before is unknown', () => {
    expect(start({ beforeYuan: null }).investmentBasis).toBe('year')
  })

  test('repeats a condition that is still open, and a forecast that is still ahead', () => {
    const open = { kind: 'land', ask: '批复', askedOfId: 7 }
    expect(start({ openCondition: open, nextForecastOn: '2025-12-15' })).toMatchObject({
      conditionKind: 'land',
      conditionAsk: '批复',
      conditionUnitId: '7',
      forecastOn: '2025-12-15',
    })
    expect(start({ nextForecastOn: '2025-10-15' }).forecastOn).toBe('')
  })

  test('begins with the returned try as it was, so that nothing is typed twice', () => {
    const tried = told({ yearToDateYuan: 12_345_600, conditionKind: 'funds', conditionAsk: '贷款', forecastOn: '2025-12-01' })
    expect(start({ tried })).toMatchObject({
      investmentBasis: 'year',
      investment: '1234.56',
      remark: '八月的话',
      conditionKind: 'funds',
      forecastOn: '2025-12-01',
    })
  })

  test('gives texts that the form’s own schema reads back as the same facts', () => {
    const parsed = monthlyInput.parse({ code: 'P0001', period: '2025-09', ...start({ tried: told() }) })
    expect(parsed).toMatchObject({
      investment: 10_000_000,
      step: '主体',
      percent: 40,
      quantityDone: 3.5,
      conditionKind: null,
      conditionUnitId: null,
    })
  })

  test('is empty, never 0, for a work of which nothing is known', () => {
    const values = start({ before: null, beforeYuan: null })
    expect(Object.entries(values).filter(([name, value]) => name !== 'investmentBasis' && value !== '')).toEqual([])
  })
})

describe('a draft', () => {
  const body = { investment: '2500' }
  test.each([
    'update:P0001:monthly:2025-09',
    'update:P0001:milestone:12',
    'update:P0001:completion',
    'output:12:supply-chain:2025Q3',
    'fact-sheet:P0001',
  ])('may be about %s', (subject) => {
    expect(draftInput.safeParse({ subject, version: 0, body }).success).toBe(true)
  })

  test.each(['', 'update:x', 'users:1', 'update:P0001:monthly:2025-09:../../x', 'draft:update:P0001'])('is not about “%s”', (subject) => {
    expect(draftInput.safeParse({ subject, version: 0, body }).success).toBe(false)
  })

  test('has a form’s size, no more', () => {
    const subject = 'update:P0001:completion'
    expect(draftInput.safeParse({ subject, version: 0, body: { remark: 'x'.repeat(draftLimits.text + 1) } }).success).toBe(false)
    const many = Object.fromEntries(Array.from({ length: draftLimits.fields + 1 }, (_, index) => [`f${index}`, '']))
    expect(draftInput.safeParse({ subject, version: 0, body: many }).success).toBe(false)
    expect(draftInput.safeParse({ subject, version: -1, body }).success).toBe(false)
    expect(draftInput.safeParse({ subject, version: 0, body: JSON.parse('{"__proto__":{"x":"1"}}') }).data?.body ?? {}).not.toHaveProperty(
      'x',
    )
  })
})
