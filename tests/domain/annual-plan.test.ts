import { describe, expect, it } from 'vitest'
import { annualPlanInput, annualPlanIssues, completion, ownCurve, planPair } from '../../domain/annual-plan'
import { batchState } from '../../domain/annual-plan-batches'
import { isShown, missingOf, yearCounts, yearTotals } from '../../domain/annual-plan-totals'
import { isLateList, yearListInput, yearListIssues } from '../../domain/year-list'

const wan = 10_000
const today = '2025-10-16'
const alone = { adjusts: false, needsDocument: false }
const typed = (fields: Record<string, unknown>) => annualPlanInput.parse({ code: 'P0001', version: '0', year: '2025', ...fields })
const issuesOf = (fields: Record<string, unknown>) =>
  annualPlanIssues(typed(fields), today, alone).map(({ field, code }) => `${field}: ${code}`)
const months = (sums: (number | string)[]) => Object.fromEntries(sums.map((sum, at) => [at, String(sum)]))
const own = (sums: (number | string)[], more: Record<string, unknown> = {}) => ({
  plannedYuan: '1200',
  curveShape: 'own',
  curve: Object.values(months(sums)),
  ...more,
})
const rising = [100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1100, 1200]

describe('an own monthly curve', () => {
  it('rises and ends at the planned sum', () => {
    expect(issuesOf(own(rising))).toEqual([])
    expect(ownCurve(typed(own(rising)))?.at(-1)).toBe(1200 * wan)
  })

  it('may stand still but never falls', () => {
    expect(issuesOf(own([100, 100, ...rising.slice(2)]))).toEqual([])
    expect(issuesOf(own([100, 90, ...rising.slice(2)]))).toEqual(['curve.1: curve-falls'])
  })

  it('is refused where it ends elsewhere', () => {
    expect(issuesOf(own([...rising.slice(0, 11), 1190]))).toEqual(['curve.11: curve-ends-elsewhere'])
    expect(issuesOf(own([...rising.slice(0, 11), 1210]))).toEqual(['curve.11: curve-ends-elsewhere'])
  })

  it('needs every month between start and finish, and none outside', () => {
    const inside = ['', '', '', 300, 600, 900, '', '', '', '', '', '']
    const plan = { startMonth: '2025-04', finishMonth: '2025-07' }
    expect(issuesOf(own(inside, plan))).toEqual([])
    expect(ownCurve(typed(own(inside, plan)))?.map((yuan) => yuan / wan)).toEqual([
      0, 0, 0, 300, 600, 900, 1200, 1200, 1200, 1200, 1200, 1200,
    ])
    expect(issuesOf(own(inside))).toContain('curve.0: required')
    expect(issuesOf(own(inside, { startMonth: '2025-04' }))).toContain('curve.6: required')
  })

  it('needs a planned sum, and is not kept beside a standard shape', () => {
    expect(issuesOf(own(rising, { plannedYuan: '', startMonth: '2025-01' }))).toEqual(['plannedYuan: required'])
    expect(ownCurve(typed(own(rising, { curveShape: 's' })))).toBeNull()
    expect(issuesOf(own([100, 90], { curveShape: 'even' }))).toEqual([])
  })

  it('is refused with more than twelve months, and with what is no figure', () => {
    expect(annualPlanInput.safeParse({ code: 'P0001', version: '0', year: '2025', ...own([...rising, 1300]) }).success).toBe(false)
    expect(annualPlanInput.safeParse({ code: 'P0001', version: '0', year: '2025', ...own(['很多']) }).success).toBe(false)
  })
})

describe('the months of a plan', () => {
  it('may lie outside its year, unless a curve is to run through it', () => {
    const later = { startMonth: '2026-01', finishMonth: '2027-06' }
    const before = { startMonth: '2023-01', finishMonth: '2024-12' }
    expect([issuesOf(later), issuesOf(before)]).toEqual([[], []])
    expect(issuesOf({ ...later, curveShape: 'even' })).toEqual(['startMonth: after-the-year'])
    expect(issuesOf({ ...before, curveShape: 's' })).toEqual(['finishMonth: before-the-year'])
    expect(issuesOf({ startMonth: '2023-05', finishMonth: '2027-06', curveShape: 's' })).toEqual([])
  })

  it('put production after the start', () => {
    expect(issuesOf({ startMonth: '2025-06', productionMonth: '2025-05' })).toEqual(['productionMonth: finish-before-start'])
    expect(issuesOf({ startMonth: '2025-06', productionMonth: '2025-06' })).toEqual([])
  })

  it('are enough for a plan without a sum', () => {
    expect(issuesOf({ productionMonth: '2025-12' })).toEqual([])
    expect(issuesOf({ imageGoal: '封顶' })).toEqual(['plannedYuan: required'])
  })
})

describe('completion', () => {
  it('is per cent of the plan, and unknown where either is', () => {
    expect(completion(250 * wan, 1000 * wan)).toBe(25)
    expect(completion(1, 3)).toBe(33.3)
    expect(completion(1500 * wan, 1000 * wan)).toBe(150)
    expect(completion(0, 1000 * wan)).toBe(0)
    expect([completion(null, 1), completion(1, null), completion(1, 0)]).toEqual([null, null, null])
  })

  it('is against the first approved plan and the one in force', () => {
    const plan = (id: number, status: string, current = false) => ({ id, status, current })
    expect(planPair([plan(1, 'returned'), plan(2, 'submitted')])).toBeNull()
    expect(planPair([plan(2, 'approved', true)])).toMatchObject({ original: { id: 2 }, adjusted: null })
    expect(planPair([plan(5, 'approved', true), plan(3, 'approved'), plan(2, 'approved'), plan(1, 'returned')])).toMatchObject({
      original: { id: 2 },
      adjusted: { id: 5 },
    })
  })
})

describe('the sums of a year', () => {
  const none = { original: null, originalKnown: 0, approved: null, approvedKnown: 0, bothPlan: null, bothApproved: null, both: 0 }
  const cell = (more: object) => ({
    ...{ planned: 0, waiting: 0, active: 0, works: 0, yuan: null, known: 0, ...none },
    ...{ bothOriginal: null, bothOriginalApproved: null, originalBoth: 0, starts: 0, finishes: 0, productions: 0 },
    ...more,
  })
  const cells = [
    cell({ planned: 1, works: 3, yuan: 300, known: 2, original: 200, originalKnown: 2, approved: 90, approvedKnown: 1, active: 1 }),
    cell({ planned: 1, waiting: 1, works: 1, yuan: 100, known: 1, bothPlan: 100, bothApproved: 40, both: 1 }),
    cell({ waiting: 1, works: 2 }),
    cell({ active: 1, works: 4 }),
  ]

  it('carry how many works are known, and compare like with like', () => {
    const totals = yearTotals(cells)
    expect(totals.plan).toEqual({ yuan: 400, known: 3, unknown: 7 })
    expect(totals.approved).toEqual({ yuan: 90, known: 1, unknown: 9 })
    expect(totals.againstPlan).toEqual({ percent: 40, of: 1 })
    expect(totals.againstOriginal).toEqual({ percent: null, of: 0 })
    expect(yearTotals([]).plan).toEqual({ yuan: null, known: 0, unknown: 0 })
  })

  it('count a work with a plan and a waiting adjustment in both', () => {
    expect(yearCounts(cells)).toEqual({ all: 10, approved: 4, waiting: 3, none: 4 })
    expect(yearTotals(cells.filter(isShown('waiting'))).works).toBe(3)
    expect(yearTotals(cells.filter(isShown('none'))).works).toBe(4)
  })

  it('say what a list would leave out', () => {
    expect(missingOf(cells)).toEqual({ waiting: 3, active: 4, sums: 1 })
  })
})

describe('the four batches', () => {
  it('tell in time from late, open from overdue, planned from unplanned', () => {
    expect(batchState('2025-06', '2025-06-30', today)).toBe('done')
    expect(batchState('2025-06', '2024-06-30', today)).toBe('done')
    expect(batchState('2025-06', '2025-07-01', today)).toBe('done-late')
    expect(batchState('2025-10', null, today)).toBe('open')
    expect(batchState('2025-09', null, today)).toBe('overdue')
    expect(batchState(null, '2025-07-01', today)).toBe('unplanned')
  })
})

describe('the list of a year', () => {
  const list = (more: Record<string, string> = {}) =>
    yearListInput.parse({ year: '2025', documentNo: '东政发〔2025〕3号', title: '计划', day: '2025-03-20', ...more })

  it('is late after the last day of March', () => {
    expect([isLateList({ year: 2025, day: '2025-03-31' }), isLateList({ year: 2025, day: '2025-04-01' })]).toEqual([false, true])
  })

  it('is never dated in the future, nor before the one it supersedes', () => {
    expect(yearListIssues(list({ day: '2025-10-17' }), today, null)).toMatchObject([{ field: 'day', code: 'in-the-future' }])
    expect(yearListIssues(list({ reason: '调整' }), today, { revision: 1, day: '2025-04-01' })).toMatchObject([
      { field: 'day', code: 'before-previous' },
    ])
  })

  it('says why it supersedes another', () => {
    expect(yearListIssues(list(), today, { revision: 1, day: '2025-03-01' })).toMatchObject([{ field: 'reason', code: 'needs-reason' }])
    expect(yearListIssues(list(), today, null)).toEqual([])
  })
})
