import { describe, expect, test } from 'vitest'
import type { LightLevel } from '../../domain/light'
import { reviewInput } from '../../domain/review-input'
import { byUrgency, parseReviewRef, reviewRef, type Waiting } from '../../domain/review-order'

const waiting = (id: number, day: string, lightLevel: LightLevel = 'none'): Waiting => ({
  kind: 'update',
  id,
  submittedAt: `${day}T01:00:00.000Z`,
  lightLevel,
})
const order = (...rows: Waiting[]) => byUrgency(rows, '2025-10-16').map((row) => row.id)

describe('the queue', () => {
  test('begins with what waits longest', () => {
    expect(order(waiting(1, '2025-10-15'), waiting(2, '2025-10-12'), waiting(3, '2025-10-14'))).toEqual([2, 3, 1])
  })

  test('counts a red light as three days of waiting and a yellow one as one', () => {
    expect(order(waiting(1, '2025-10-13', 'green'), waiting(2, '2025-10-15', 'red'), waiting(3, '2025-10-14', 'yellow'))).toEqual([2, 1, 3])
    expect(order(waiting(1, '2025-10-10', 'green'), waiting(2, '2025-10-15', 'red'))).toEqual([1, 2])
  })

  test('keeps the order of arrival among equals', () => {
    expect(order(waiting(7, '2025-10-15'), waiting(3, '2025-10-15'))).toEqual([3, 7])
  })
})

describe('the name of one in an address', () => {
  test('leads back to it', () => {
    expect(parseReviewRef(reviewRef({ kind: 'milestone-date', id: 12 }))).toEqual({ kind: 'milestone-date', id: 12 })
  })

  test.each([null, '', 'update', 'update:', 'update:0', 'update:-1', 'update:1e3', 'project:1', 'update:9999999999', 'update:1;drop'])(
    '%s is none',
    (text) => {
      expect(parseReviewRef(text)).toBeNull()
    },
  )
})

test('a decision names what it is about; a stranger’s step or kind is refused with its field', () => {
  const good = { item: 'update:3', ids: ['3'], step: 'approve', reason: '', documentNo: '', next: '', kind: '' }
  expect(reviewInput.parse(good)).toMatchObject({ item: { kind: 'update', id: 3 }, ids: [3], reason: null, next: null })
  for (const [field, value] of [
    ['item', 'project:1'],
    ['step', 'delete'],
    ['ids', []],
  ] as const)
    expect(reviewInput.safeParse({ ...good, [field]: value }).error?.issues[0]?.path[0]).toBe(field)
})
