import { describe, expect, test } from 'vitest'
import { firstLightRules as rules } from '../../db/reference/rules'
import { countedQuantity } from '../../domain/counted-quantity'
import type { DecisionLine } from '../../domain/decision'
import { type MonthContext, type MonthFacts, monthLines } from '../../domain/decision-monthly'
import {
  completionLines,
  dateLines,
  milestoneLines,
  outputLines,
  planLines,
  sheetLines,
  statisticsLines,
} from '../../domain/decision-other'
import { blankSheet } from '../../domain/fact-sheet'

const wan = 10_000
const month = (more: Partial<MonthFacts> = {}): MonthFacts => ({
  period: '2025-09',
  noChange: false,
  yearToDateYuan: 17_352 * wan,
  step: '三通一平',
  progressText: null,
  percent: 80,
  quantityDone: null,
  conditionKind: null,
  conditionAsk: null,
  forecastOn: null,
  warnings: [],
  ...more,
})
const august = month({ period: '2025-08', yearToDateYuan: 14_852 * wan, percent: 60 })
const context = (more: Partial<MonthContext> = {}): MonthContext => ({
  figures: [{ month: '2025-08', yearToDateYuan: 14_852 * wan }],
  plan: { yuan: 36_000 * wan, startMonth: null, finishMonth: null },
  rules,
  quantity: null,
  milestone: null,
  askedOf: null,
  askedBefore: null,
  ...more,
})
const find = (lines: DecisionLine[], field: string) => lines.find((line) => line.field === field)
const codes = (line: DecisionLine | undefined) => line?.checks.map((check) => check.code)

describe('a month as a decision', () => {
  test('stands beside the month approved before, with the difference and the month’s own amount against its plan', () => {
    const invested = find(monthLines(month(), august, context()), 'invested')
    expect(invested).toMatchObject({
      before: { value: 14_852 * wan },
      now: { value: 17_352 * wan },
      change: { as: 'wan', value: 2500 * wan },
    })
    expect(invested?.checks).toMatchObject([
      { code: 'in-month', params: { amount: '2,500.00' } },
      { code: 'plan-share', params: { plan: '3,000.00', percent: 83.3 } },
    ])
  })

  test('compares its completion with its own time progress', () => {
    const done = find(monthLines(month(), august, context()), 'completion')
    expect(done).toMatchObject({ before: { value: 41.3 }, now: { value: 48.2 } })
    expect(done?.checks).toMatchObject([{ code: 'behind-time', odd: true, params: { time: 75, points: 26.8 } }])
    expect(codes(find(monthLines(month({ yearToDateYuan: 27_000 * wan }), august, context()), 'completion'))).toEqual(['with-time'])
  })

  test('says “not told” and never 0 for what was left empty', () => {
    const lines = monthLines(month({ yearToDateYuan: null }), august, context())
    expect(find(lines, 'invested')).toMatchObject({ now: { value: null }, change: null })
    expect(codes(find(lines, 'invested'))).toEqual(['not-told'])
    expect(find(lines, 'quantity')).toBeUndefined()
  })

  test('says since when where months between are missing, and compares nothing across a new year', () => {
    const gap = monthLines(
      month(),
      month({ period: '2025-05' }),
      context({ figures: [{ month: '2025-05', yearToDateYuan: 10_000 * wan }] }),
    )
    expect(find(gap, 'invested')?.checks[0]).toMatchObject({ code: 'since', params: { month: '2025-05', amount: '7,352.00' } })
    const january = monthLines(month({ period: '2026-01' }), month({ period: '2025-12' }), context({ plan: null }))
    expect(find(january, 'invested')?.change).toBeNull()
    expect(find(january, 'completion')).toBeUndefined()
  })

  test('puts each oddity beside its figure, a late forecast in days, and what is asked of whom', () => {
    const milestone = { name: '开工', baselineOn: '2025-09-30', forecastOn: null }
    const said = month({ warnings: ['below-plan', 'percent-fell'], forecastOn: '2025-12-15', conditionKind: 'land', conditionAsk: '批复' })
    const lines = monthLines(said, august, context({ milestone, askedOf: '自然资源局' }))
    expect(codes(find(lines, 'invested'))).toContain('below-plan')
    expect(codes(find(lines, 'progress'))).toEqual(['percent-fell'])
    expect(find(lines, 'forecast')).toMatchObject({
      name: '开工',
      change: { as: 'days', value: 76 },
      checks: [{ code: 'after-baseline', odd: true }],
    })
    expect(find(lines, 'condition')?.checks).toMatchObject([{ code: 'asked-of', params: { name: '自然资源局' } }])
  })
})

describe('other decisions', () => {
  test('a milestone stands against its current and its original baseline', () => {
    const stands = { name: '开工', originalOn: '2025-06-30', baselineOn: '2025-09-30', forecastOn: null, metOn: null }
    const [met] = milestoneLines({ metOn: '2025-10-10', forecastOn: null, reason: null }, stands)
    expect(met).toMatchObject({ field: 'metOn', change: { as: 'days', value: 10 } })
    expect(codes(met)).toEqual(['after-baseline', 'original'])
  })

  test('a completion stands beside the total, and an unknown final figure is said', () => {
    const lines = completionLines(
      { completedOn: '2023-06-30', finalYuan: null, documentNo: '9号' },
      { completedOn: null, approvedYuan: 5, totalYuan: 9 * wan },
    )
    expect(codes(find(lines, 'final'))).toEqual(['not-told', 'total'])
  })

  test('a fact sheet shows what it changes first, and what it takes out as odd', () => {
    const before = { ...blankSheet, content: '甲', totalYuan: 100 * wan, totalDocument: '备案证' }
    const lines = sheetLines({ ...before, totalYuan: 120 * wan, content: null }, before)
    expect(lines.map((line) => line.field)).toEqual(['content', 'total', 'totalDocument'])
    expect(codes(lines[0])).toEqual(['taken-out'])
    expect(lines[1]?.change).toEqual({ as: 'wan', value: 20 * wan })
  })

  test('an annual plan above the approved total is odd; first dates are not, a moved baseline is', () => {
    const plan = { plannedYuan: 200 * wan, startMonth: null, finishMonth: null, documentNo: null, reason: null }
    expect(codes(planLines(plan, null, 100 * wan)[0])).toEqual(['over-total-plan'])
    const date = { name: '开工', plannedOn: '2025-09-30', baselineOn: null, originalOn: null, reason: null }
    expect(dateLines([{ ...date, kind: 'first' }])[0]?.checks[0]?.odd).toBe(false)
    const moved = dateLines([{ ...date, kind: 'change', baselineOn: '2025-06-30', originalOn: '2025-06-30', reason: '雨' }])[0]
    expect(moved).toMatchObject({ change: { value: 92 }, checks: [{ code: 'baseline-moves', odd: true }, { code: 'original' }] })
  })

  test('an annual plan with its own months has a line a month, against the months before', () => {
    const curve = Array.from({ length: 12 }, (_, at) => (at + 1) * wan)
    const said = { plannedYuan: 12 * wan, startMonth: null, finishMonth: null, documentNo: '1号', reason: null }
    const now = { ...said, curveShape: 'own' as const, curve, productionMonth: '2025-12', imageGoal: '封顶' }
    const lines = planLines(now, { ...said, curveShape: 'own', curve: curve.map((yuan) => yuan - wan) }, null)
    const months = lines.filter(({ field }) => field === 'curveMonth')
    expect(months.map(({ name }) => name)).toEqual(Array.from({ length: 12 }, (_, at) => String(at + 1)))
    expect(months[3]).toMatchObject({ before: { value: 3 * wan }, now: { value: 4 * wan }, change: { as: 'wan', value: wan } })
    expect(lines.map(({ field }) => field)).toEqual(expect.arrayContaining(['productionMonth', 'curveShape', 'imageGoal']))
    expect(planLines(now, null, null).find(({ field }) => field === 'curveMonth')).toMatchObject({ before: null, change: null })
  })

  test('output does not fall within a year without being odd; statistics stand beside the returns', () => {
    expect(codes(outputLines({ quarter: '2025Q3', yuan: 5 }, { quarter: '2025Q2', yuan: 6 })[0])).toEqual(['output-fell'])
    expect(outputLines({ quarter: '2026Q1', yuan: 5 }, { quarter: '2025Q4', yuan: 6 })[0]).toMatchObject({ change: null, checks: [] })
    const lines = statisticsLines({ yuan: 9, throughMonth: '2025-09', source: '统计局' }, null, {
      yuan: null,
      known: 0,
      all: 3,
      through: null,
    })
    expect(lines[0]?.checks).toMatchObject([{ code: 'returns-sum', params: { figure: '—', known: 0, all: 3 } }])
  })
})

test('a work is counted in the quantity that stands in its own name', () => {
  const quantity = (what: string, value: number | null) => ({ what, value, min: null, max: null, unit: '座', text: '' })
  expect(countedQuantity({ name: '28座小二型水库除险加固', quantities: [quantity('小二型水库', 28)] })?.value).toBe(28)
  expect(countedQuantity({ name: '年产12万吨铜材生产线项目', quantities: [quantity('年产铜材', 12)] })).toBeNull()
  expect(countedQuantity({ name: 'LNG储备站', quantities: [quantity('LNG储备站', null)] })).toBeNull()
  expect(countedQuantity(null)).toBeNull()
})
