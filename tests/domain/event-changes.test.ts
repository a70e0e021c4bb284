import { expect, test } from 'vitest'
import { changesOf } from '../../domain/event-changes'

test('shows only what differs between before and after', () => {
  const body = { before: { name: '甲', town: null, version: 1 }, after: { name: '乙', town: null, version: 2 } }
  expect(changesOf(body, true)).toEqual([{ field: 'name', before: '甲', after: '乙' }])
})

test('a thing that changed as a whole has no field name', () => {
  expect(changesOf({ before: 'construction', after: 'completed', update: 7 }, true)).toEqual([
    { field: '', before: 'construction', after: 'completed' },
  ])
})

test('what was created has no before', () => {
  expect(changesOf({ before: null, after: { name: '甲' } }, true)).toEqual([{ field: 'name', after: '甲' }])
})

test('what was said is told without empty fields and without the marks of the machine', () => {
  const body = { update: 3, kind: 'monthly', facts: { yearToDateYuan: 0, step: null, warnings: [], noChange: false, remark: '说明' } }
  expect(changesOf(body, true)).toEqual([
    { field: 'kind', after: 'monthly' },
    { field: 'yearToDateYuan', after: 0 },
    { field: 'remark', after: '说明' },
  ])
})

test('contacts are left out for those who may not see them, wherever they stand', () => {
  const body = { before: { contact: '甲', telephone: '1' }, after: { contact: '乙', telephone: '2' }, sheet: { contact: '丙' } }
  expect(changesOf(body, false)).toEqual([])
  expect(changesOf(body, true)).toHaveLength(3)
})

test('lists become one line, and a body without words has none', () => {
  expect(changesOf({ sheet: { approvals: [{ name: '用地批复', number: '1号', day: null }] } }, true)).toEqual([
    { field: 'approvals', after: '用地批复 1号' },
  ])
  expect(changesOf(null, true)).toEqual([])
})
