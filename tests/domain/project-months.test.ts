import { expect, test } from 'vitest'
import type { MonthReport } from '../../domain/duty'
import { curveOf, monthLines } from '../../domain/project-months'
import type { ReviewStatus } from '../../domain/review-workflow'

const update = (
  id: number,
  period: string,
  yearToDateYuan: number | null,
  status: ReviewStatus = 'approved',
  replacesId: number | null = null,
) => ({
  id,
  period,
  yearToDateYuan,
  status,
  current: status === 'approved',
  replacesId,
})
const report = (month: string, state: MonthReport['state']): MonthReport => ({
  month,
  state,
  dueOn: `${month}-28`,
  lateDays: 0,
  review: null,
})

test('months are told latest first, missing ones too, those not due only when somebody spoke of them', () => {
  const reports = [report('2025-06', 'not-due'), report('2025-07', 'not-due'), report('2025-08', 'missing'), report('2025-09', 'due')]
  const lines = monthLines([update(1, '2025-06', 100)], reports)
  expect(lines.map((line) => line.month)).toEqual(['2025-09', '2025-08', '2025-06'])
  expect(lines[1]?.tries).toEqual([])
})

test('a try stands beside the last approved figure of its year', () => {
  const lines = monthLines([update(1, '2024-12', 900), update(2, '2025-01', 50), update(3, '2025-03', 120)], [])
  expect(lines.map((line) => line.tries[0]?.before?.yearToDateYuan ?? null)).toEqual([50, null, null])
  expect(lines[0]?.amount).toEqual({ yuan: 70, since: '2025-01' })
})

test('a correction stands beside the figure it corrects, a second try after a return does not', () => {
  const corrected = { ...update(1, '2025-03', 120), current: false }
  const lines = monthLines([corrected, update(2, '2025-03', 110, 'approved', 1)], [])
  expect(lines[0]?.tries.map((attempt) => attempt.before?.yearToDateYuan ?? null)).toEqual([120, null])
  const again = monthLines([update(3, '2025-04', 10, 'returned'), update(4, '2025-04', 20, 'approved', 3)], [])
  expect(again[0]?.tries.map((attempt) => attempt.before)).toEqual([null, null])
})

test('the plan is even between its months; without a plan or a figure there is no point', () => {
  const curve = curveOf(2025, { yuan: 400, startMonth: '2025-03', finishMonth: '2025-06' }, [{ month: '2025-04', yearToDateYuan: 90 }])
  expect(curve.map((point) => point.plan)).toEqual([0, 0, 100, 200, 300, 400, 400, 400, 400, 400, 400, 400])
  expect(curve.filter((point) => point.approved !== null)).toEqual([{ month: '2025-04', plan: 200, approved: 90 }])
  expect(curveOf(2025, null, []).every((point) => point.plan === null && point.approved === null)).toBe(true)
  expect(curveOf(2025, { yuan: 120, startMonth: '2024-05', finishMonth: null }, []).at(0)?.plan).toBe(10)
})
