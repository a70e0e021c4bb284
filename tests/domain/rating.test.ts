import { describe, expect, test } from 'vitest'
import { firstLightRules as rules } from '../../db/reference/rules'
import { worstLight } from '../../domain/light'
import { type RatingFacts, rateMilestones, rateProgress, rateProject, rateStart, timeProgress } from '../../domain/rating'

const facts = (more: Partial<RatingFacts> = {}): RatingFacts => ({
  stage: 'construction',
  approvedMonth: '2025-09',
  yearToDateYuan: 750,
  plan: { yuan: 1000, startMonth: null, finishMonth: null, year: 2025 },
  missedMonths: 0,
  milestones: [],
  ...more,
})
const level = (yearToDateYuan: number, more: Partial<RatingFacts> = {}) => rateProgress(facts({ yearToDateYuan, ...more }), rules).level

describe('time progress', () => {
  test('is elapsed months over twelve', () => {
    expect(timeProgress('2025-09', null, null)).toBe(75)
    expect(timeProgress('2025-12', null, null)).toBe(100)
  })

  test('runs linearly between start and finish when they lie inside the year, and only then', () => {
    expect(timeProgress('2025-09', '2025-07', null)).toBe(50)
    expect(timeProgress('2025-09', null, '2025-10')).toBe(90)
    expect(timeProgress('2025-09', '2024-07', '2026-10')).toBe(75)
    expect(timeProgress('2025-11', null, '2025-10')).toBe(100)
    expect(timeProgress('2025-05', '2025-07', null)).toBe(0)
  })
})

describe('the progress light', () => {
  test('is yellow from 10 to 30 points behind, both included, red beyond, green before', () => {
    expect([level(651), level(650), level(450), level(449)]).toEqual(['green', 'yellow', 'yellow', 'red'])
    expect(level(2000)).toBe('green')
  })

  test('compares month M with its own time progress, and says by how much', () => {
    const light = rateProgress(facts({ approvedMonth: '2025-06', yearToDateYuan: 232 }), rules)
    expect(light).toMatchObject({ level: 'yellow', reason: 'behind', params: { points: 26.8, month: '2025-06' } })
  })

  test.each<[string, Partial<RatingFacts>]>([
    ['no-plan', { plan: null }],
    ['no-plan', { plan: { yuan: null, startMonth: null, finishMonth: null, year: 2025 } }],
    ['nothing-planned', { plan: { yuan: 0, startMonth: null, finishMonth: null, year: 2025 } }],
    ['no-report', { approvedMonth: null, yearToDateYuan: null }],
    ['no-report', { approvedMonth: '2024-12' }],
    ['before-start', { plan: { yuan: 1000, startMonth: '2025-10', finishMonth: null, year: 2025 } }],
    ['missed-months', { missedMonths: 2 }],
    ['paused', { stage: 'paused' }],
    ['stage-unknown', { stage: 'unknown' }],
  ])('is grey, never green: %s', (reason, more) => {
    expect(rateProgress(facts(more), rules)).toMatchObject({ level: 'none', reason })
  })

  test('still shines after one missed month', () => {
    expect(rateProgress(facts({ missedMonths: 1 }), rules).level).toBe('green')
  })
})

describe('the start light', () => {
  const planned = (startMonth: string) => ({
    stage: 'preparatory' as const,
    plan: { yuan: 1000, startMonth, finishMonth: null, year: 2025 },
  })
  const start = (startMonth: string, today: string) => rateStart(facts(planned(startMonth)), today, rules).level

  test('is yellow once the planned month has passed, red by three months', () => {
    expect([
      start('2025-09', '2025-09-30'),
      start('2025-09', '2025-10-01'),
      start('2025-09', '2025-11-30'),
      start('2025-09', '2025-12-01'),
    ]).toEqual(['none', 'yellow', 'yellow', 'red'])
  })

  test('is green once started, and not rated without a planned month', () => {
    expect(rateStart(facts({ ...planned('2025-09'), stage: 'construction' }), '2026-11-24', rules).level).toBe('green')
    expect(rateStart(facts(), '2025-12-31', rules).reason).toBe('no-start-month')
  })
})

describe('the milestone light', () => {
  const rated = (today: string, metOn: string | null = null) =>
    rateMilestones(facts({ milestones: [{ name: '开工', baselineOn: '2025-12-01', metOn }] }), today, rules)

  test('is yellow 1 to 30 days past the current baseline, red beyond', () => {
    expect(rated('2025-12-01').level).toBe('green')
    expect(rated('2025-12-02').level).toBe('yellow')
    expect(rated('2025-12-31')).toMatchObject({ level: 'yellow', params: { name: '开工', days: 30 } })
    expect(rated('2026-01-01').level).toBe('red')
    expect(rated('2027-02-28', '2026-02-01').level).toBe('green')
  })

  test('is not rated while nothing is dated or the work rests', () => {
    expect(rateMilestones(facts(), '2021-03-01', rules).reason).toBe('no-milestones')
    expect(rateMilestones(facts({ stage: 'paused' }), '2021-03-01', rules).reason).toBe('paused')
  })
})

test('each light stands on its own; the list shows the worst one by name', () => {
  const lights = rateProject(
    facts({ yearToDateYuan: 600, milestones: [{ name: '开工', baselineOn: '2025-07-08', metOn: null }] }),
    '2025-10-16',
    rules,
  )
  expect(lights.map((light) => [light.kind, light.level])).toEqual([
    ['milestone', 'red'],
    ['progress', 'yellow'],
    ['start', 'none'],
    ['funds', 'none'],
    ['registration', 'none'],
  ])
  expect(worstLight(lights)).toMatchObject({ kind: 'milestone', params: { days: 100 } })
})

test('a work that nobody reports on is shown grey beside a green milestone, but never hides a red one', () => {
  const light = (kind: 'milestone' | 'progress', level: 'red' | 'green' | 'none', reason: string) => ({
    kind,
    level,
    reason,
    params: {},
    inputs: {},
  })
  const kept = light('milestone', 'green', 'milestones-kept')
  expect(worstLight([kept, light('progress', 'none', 'missed-months')])).toMatchObject({ level: 'none', reason: 'missed-months' })
  expect(worstLight([kept, light('progress', 'none', 'no-plan')])).toMatchObject({ level: 'green' })
  expect(worstLight([light('milestone', 'red', 'milestone-overdue'), light('progress', 'none', 'no-report')])).toMatchObject({
    level: 'red',
  })
})
