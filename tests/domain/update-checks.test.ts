import { describe, expect, test } from 'vitest'
import { blockingIssues, oddities, type UpdateFacts, yearToDate } from '../../domain/update-checks'
import { monthlyInput } from '../../domain/update-input'

const input = (fields: Record<string, string>) =>
  monthlyInput.parse({ code: 'P0001', period: '2025-09', investmentBasis: 'year', ...fields })
const wan = 10_000
const facts = (more: Partial<UpdateFacts> = {}): UpdateFacts => ({
  today: '2025-10-16',
  periodStart: '2021-01',
  stage: 'construction',
  figures: [{ month: '2025-08', yearToDateYuan: 1000 * wan }],
  earlierYearsYuan: null,
  totalYuan: null,
  plan: null,
  percent: null,
  quantityDone: null,
  nextMilestone: null,
  steps: [],
  ...more,
})
const refused = (fields: Record<string, string>, more: Partial<UpdateFacts> = {}) =>
  blockingIssues(input(fields), facts(more)).map(({ field, code }) => `${field}: ${code}`)
const odd = (fields: Record<string, string>, more: Partial<UpdateFacts> = {}) => oddities(input(fields), facts(more))

describe('investment', () => {
  test('typed as this month’s is added to the approved month before; as this year’s it stands', () => {
    const { figures } = facts()
    expect(yearToDate(input({ investmentBasis: 'month', investment: '250' }), figures)).toBe(1250 * wan)
    expect(yearToDate(input({ investment: '1250' }), figures)).toBe(1250 * wan)
    expect(yearToDate(input({ investmentBasis: 'month', investment: '50', period: '2025-01' }), [])).toBe(50 * wan)
  })

  test('typed as this month’s needs the month before: an unknown is never taken for 0', () => {
    expect(refused({ investmentBasis: 'month', investment: '250' }, { figures: [] })).toEqual(['investment: needs-year-to-date'])
  })

  test('left empty stays unknown', () => {
    expect(yearToDate(input({ investment: '' }), facts().figures)).toBeNull()
  })
})

describe('impossible things are refused with their field', () => {
  test('a month in the future, or before the plan', () => {
    expect(refused({ period: '2025-11', investment: '1' })).toEqual(['period: in-the-future'])
    expect(refused({ period: '2020-12', investment: '1' })).toEqual(['period: before-period'])
    expect(refused({ period: '2021-01', investment: '1' })).toEqual([])
  })

  test('on each of the four dates the month itself may be told, the next one not', () => {
    for (const [today, month, next] of [
      ['2021-03-01', '2021-03', '2021-04'],
      ['2025-12-31', '2025-12', '2026-01'],
      ['2026-11-24', '2026-11', '2026-12'],
      ['2027-02-28', '2027-02', '2027-03'],
    ] as const) {
      expect(refused({ period: month, investment: '1' }, { today })).toEqual([])
      expect(refused({ period: next, investment: '1' }, { today })).toEqual(['period: in-the-future'])
    }
  })

  test('a negative figure, half a condition, a forecast in the past, an empty form', () => {
    expect(refused({ investment: '-1' })).toEqual(['investment: not-positive'])
    expect(refused({ investment: '1', conditionKind: 'land' })).toEqual(['conditionAsk: required'])
    expect(refused({ investment: '1', conditionAsk: '请批复' })).toEqual(['conditionKind: required'])
    expect(refused({ forecastOn: '2025-10-15' })).toEqual(['forecastOn: forecast-past'])
    expect(refused({})).toEqual(['investment: says-nothing'])
    expect(refused({ noChange: 'on' })).toEqual([])
  })
})

describe('odd things warn', () => {
  test('a lowered cumulative, which alone can make a month negative', () => {
    expect(odd({ investment: '990' })).toEqual(['lowered'])
    expect(odd({ investment: '1000' })).toEqual([])
  })

  test('a back-filled month above a later approved one', () => {
    expect(odd({ period: '2025-07', investment: '1200' })).toEqual(['above-later'])
    expect(odd({ period: '2025-07', investment: '900' })).toEqual([])
  })

  test('the third month of nothing, also by “no change”, and only while building', () => {
    const figures = ['2025-06', '2025-07', '2025-08'].map((month) => ({ month, yearToDateYuan: 1000 * wan }))
    expect(odd({ investment: '1000' }, { figures })).toEqual(['three-zeros'])
    expect(odd({ investment: '1000', noChange: 'on' }, { figures })).toEqual(['three-zeros'])
    expect(odd({ investment: '1000' }, { figures, stage: 'preparatory' })).toEqual([])
    expect(odd({ investment: '1000' }, { figures: figures.slice(1) })).toEqual([])
  })

  test('more than 120 % of the total, and “done” with under 80 % invested', () => {
    const known = { earlierYearsYuan: 0, totalYuan: 2000 * wan }
    expect(odd({ investment: '2400' }, known)).toEqual([])
    expect(odd({ investment: '2401' }, known)).toEqual(['over-total'])
    expect(odd({ investment: '1599', percent: '100' }, known)).toEqual(['done-uninvested'])
    expect(odd({ investment: '1600', percent: '100' }, known)).toEqual([])
    expect(odd({ investment: '1500', percent: '100' })).toEqual([])
  })

  test('a percentage or a quantity that falls', () => {
    expect(odd({ investment: '1000', percent: '59' }, { percent: 60 })).toEqual(['percent-fell'])
    expect(odd({ investment: '1000', percent: '60' }, { percent: 60 })).toEqual([])
    expect(odd({ investment: '1000', quantityDone: '2' }, { quantityDone: 3 })).toEqual(['quantity-fell'])
  })

  test('a month under 60 % of its even share of the annual plan, between start and finish', () => {
    const plan = { yuan: 1200 * wan, startMonth: null, finishMonth: null }
    expect(odd({ investment: '1059' }, { plan })).toEqual(['below-plan'])
    expect(odd({ investment: '1060' }, { plan })).toEqual([])
    expect(odd({ investment: '1001' }, { plan: { ...plan, finishMonth: '2025-08' } })).toEqual([])
    expect(odd({ investment: '1001', noChange: 'on' }, { plan })).toEqual([])
  })
})
