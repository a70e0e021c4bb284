import { expect, test } from 'vitest'
import { byUrgency, findingCounts, type InspectionThings, inspectionEntries } from '../app/home/owner-entries'
import type { FindingTaskGroup } from '../db/queries/finding-tasks'
import { messagesFor } from '../domain/messages'

const today = '2025-10-16'
const said = { today, locale: 'zh-CN', t: messagesFor('zh-CN') } as const
type Line = FindingTaskGroup['rows'][number]

const line = (id: number, dueOn: string, overdueDays = 0): Line => ({
  ...{ id, number: `2025Q3-00${id}`, state: 'assigned', source: 'inspection', category: 'safety', severity: 'general', facts: '围挡缺失' },
  ...{ foundOn: '2025-09-01', work: null, unit: null, person: null, dueOn, recheckDueOn: null, closedOn: null, overdueDays, alarm: null },
  ...{ unassignedDays: null, withdrawalProposed: false },
})
const group = (kind: FindingTaskGroup['kind'], rows: Line[], total = rows.length): FindingTaskGroup => ({ kind, rows, total })
const asked = (id: number, code: string, month: string | null): InspectionThings['differences'][number] => ({
  ...{ id, code, work: '甲项目', name: null, unit: null, month, visitId: 7, visitedOn: '2025-10-10', askedOn: '2025-10-12', reason: null },
  line: { figure: 'percent', result: 'differs', reported: null, approved: 80, seen: 60, why: null },
})
const none: InspectionThings = { materials: [], findings: [], ratings: [], differences: [] }
const keysOf = (things: Partial<InspectionThings>) =>
  inspectionEntries({ ...none, ...things }, said)
    .sort(byUrgency)
    .map(({ key }) => key)

test('what is late or was sent back comes first, the longest first; then the nearest deadline', () => {
  const material = {
    ...{ roundWorkId: 1, round: '三季度督查', code: 'P0001', work: '甲项目', asked: 2, left: 1 },
    overdue: false,
    visitOn: null,
  }
  const rating = { id: 1, code: 'P0001', work: '甲项目', level: 'red' as const, answerDueOn: '2025-10-14', overdueDays: 2 }
  expect(
    keysOf({
      materials: [{ ...material, dueOn: '2025-10-18' }],
      findings: [group('sent-back', [line(1, '2025-10-26')]), group('plan', [line(2, '2025-10-06', 10), line(3, '2025-10-17')])],
      ratings: [rating],
    }),
  ).toEqual(['finding2', 'rating1', 'finding1', 'finding3', 'material1'])
})

test('figures of one month are corrected by one form, so they are one thing to do', () => {
  const differences = [
    asked(1, 'P0001', '2025-08'),
    asked(2, 'P0001', '2025-08'),
    asked(3, 'P0001', '2025-07'),
    asked(4, 'P0002', '2025-08'),
  ]
  expect(keysOf({ differences })).toEqual(['correct1', 'correct3', 'correct4'])
})

test('three findings of a kind have cards, the others are counted; an alarm one is only told of is no task', () => {
  const rows = [1, 2, 3, 4, 5].map((id) => line(id, '2025-10-20'))
  const findings = [group('rectify', rows, 9), group('alarm', [line(8, '2025-09-01', 45)])]
  expect(keysOf({ findings })).toEqual(['finding1', 'finding2', 'finding3'])
  expect(findingCounts(findings)).toEqual({ all: 9, unshown: 6 })
})
