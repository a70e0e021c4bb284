import { describe, expect, test } from 'vitest'
import { firstLightRules as rules } from '../../db/reference/rules'
import { type Light, worstLight } from '../../domain/light'
import { latenessOf } from '../../domain/list-row'
import { type RatingFacts, rateProgress, rateProject } from '../../domain/rating'
import { type FundsToRate, type RegistrationToRate, rateFunds, rateRegistration } from '../../domain/rating-support'

const today = '2025-10-16'
const funds = (more: Partial<FundsToRate> = {}): FundsToRate => ({
  ...{ quarter: '2025Q3', inPlaceYuan: 1000, inPlacePartial: false, paidYuan: null, investedYuan: 1000, investedPartial: false },
  ...more,
})
const lit = (more: Partial<FundsToRate>) => rateFunds({ rest: null, facts: funds(more), today }, rules)

describe('the light of funds', () => {
  test('is green while what is in place covers what is invested, yellow under 100 %, red under 80 %', () => {
    const level = (inPlaceYuan: number) => lit({ inPlaceYuan }).level
    expect([level(1000), level(999), level(800), level(799)]).toEqual(['green', 'yellow', 'yellow', 'red'])
    expect(lit({ inPlaceYuan: 600 })).toMatchObject({ reason: 'funds-short', params: { covered: 60, lack: 40, quarter: '2025Q3' } })
  })

  test('counts what is paid where that is more than what is approved as invested', () => {
    expect(lit({ paidYuan: 2000 })).toMatchObject({ level: 'red', params: { covered: 50 } })
  })

  test('a lower bound in place proves enough, never too little; one of what is invested proves too little, never enough', () => {
    expect(lit({ inPlacePartial: true }).level).toBe('green')
    expect(lit({ inPlacePartial: true, inPlaceYuan: 1 })).toMatchObject({ level: 'none', reason: 'funds-partial' })
    expect(lit({ investedPartial: true, inPlaceYuan: 1 }).level).toBe('red')
    expect(lit({ investedPartial: true })).toMatchObject({ level: 'none', reason: 'funds-invested-partial' })
  })

  test.each<[string, Partial<FundsToRate>]>([
    ['no-funds-return', { inPlaceYuan: null }],
    ['funds-old', { quarter: '2025Q1' }],
    ['funds-no-investment', { investedYuan: null }],
    ['funds-nothing-used', { investedYuan: 0 }],
  ])('is grey, never green: %s', (reason, more) => {
    expect(lit(more)).toMatchObject({ level: 'none', reason })
  })

  test('is grey while nobody told, the work rests, or the rules set no limits', () => {
    expect(rateFunds({ rest: null, facts: null, today }, rules).reason).toBe('no-funds-return')
    expect(rateFunds({ rest: 'paused', facts: funds(), today }, rules).reason).toBe('paused')
    expect(rateFunds({ rest: null, facts: funds(), today }, {}).reason).toBe('no-rule')
  })
})

describe('the light of the entry in the statistics', () => {
  const entry = (more: Partial<RegistrationToRate> | null, stage: RatingFacts['stage'] = 'construction') => {
    const facts = more && { state: 'open' as const, since: null, constructionSince: '2025-09-01', ...more }
    return rateRegistration({ stage, rest: null, facts, today }, rules)
  }

  test('is yellow after more than 30 days of construction without one, red after more than 60', () => {
    const since = (constructionSince: string) => entry({ constructionSince })
    expect(since('2025-09-16')).toMatchObject({ level: 'none', reason: 'registration-in-time', params: { days: 30, left: 0 } })
    expect(since('2025-09-15')).toMatchObject({ level: 'yellow', params: { days: 31 } })
    expect(since('2025-08-17').level).toBe('yellow')
    expect(since('2025-08-16')).toMatchObject({ level: 'red', params: { days: 61 } })
  })

  test('is green once entered, whatever the stage', () => {
    expect(entry({ state: 'registered', since: '2025-03-01' }, 'operation')).toMatchObject({
      level: 'green',
      params: { day: '2025-03-01' },
    })
  })

  test.each<[string, Light | null]>([
    ['registration-unknown', entry(null)],
    ['registration-exempt', entry({ state: 'exempt' })],
    ['registration-removed', entry({ state: 'removed' })],
    ['registration-no-start', entry({ constructionSince: null })],
    ['registration-not-due', entry({}, 'preparatory')],
  ])('is grey: %s', (reason, light) => {
    expect(light).toMatchObject({ level: 'none', reason })
  })
})

describe('a plan with its own monthly curve', () => {
  const facts = (share: number | null): RatingFacts => ({
    ...{ stage: 'construction', approvedMonth: '2025-09', yearToDateYuan: 500, missedMonths: 0, milestones: [] },
    plan: { yuan: 1000, startMonth: null, finishMonth: null, year: 2025, share },
  })

  test('is lit by that curve, says so, and keeps the even line beside it', () => {
    expect(rateProgress(facts(null), rules)).toMatchObject({ level: 'yellow', reason: 'behind', params: { line: 'linear', time: 75 } })
    expect(rateProgress(facts(48), rules)).toMatchObject({
      ...{ level: 'green', reason: 'curve-on-course', params: { line: 'curve', time: 48, even: 75 }, inputs: { time: 48, even: 75 } },
    })
    expect(rateProgress(facts(90), rules)).toMatchObject({ level: 'red', reason: 'curve-behind', params: { points: 40 } })
  })
})

test('rules stored before there were these lights still light the others', () => {
  const { funds: _, statistics: __, ...old } = rules
  const lights = rateProject(
    { stage: 'construction', approvedMonth: null, yearToDateYuan: null, plan: null, missedMonths: 0, milestones: [], funds: funds() },
    today,
    old,
  )
  expect(lights.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual([
    ...['milestone no-milestones', 'progress no-plan', 'start no-start-month', 'funds no-rule', 'registration no-rule'],
  ])
})

test('money in place never stands for the work: a green one of it hides no grey progress, a red one is the worst', () => {
  const light = (kind: Light['kind'], level: Light['level'], reason: string): Light => ({ kind, level, reason, params: {}, inputs: {} })
  const grey = light('progress', 'none', 'no-plan')
  expect(worstLight([grey, light('funds', 'green', 'funds-enough'), light('registration', 'green', 'registered')])).toBe(grey)
  expect(worstLight([light('progress', 'green', 'on-course'), light('funds', 'red', 'funds-short')])).toMatchObject({ kind: 'funds' })
})

test('how late a light is puts the worst first: days, months, hundredths of a year; a grey one by what it lacks', () => {
  const of = (level: Light['level'], reason: string, params: Light['params']) =>
    latenessOf({ kind: 'progress', level, reason, params, inputs: {} })
  expect([of('red', 'x', { days: 40 }), of('red', 'x', { months: 3 }), of('yellow', 'x', { points: 20 })]).toEqual([40, 90, 73])
  expect(of('none', 'missed-months', {})).toBeGreaterThan(of('none', 'no-plan', {}))
  expect([of('none', 'paused', {}), of('green', 'x', { days: 9 }), latenessOf(null)]).toEqual([0, 0, 0])
})
