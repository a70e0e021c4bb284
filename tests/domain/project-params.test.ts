import { expect, test } from 'vitest'
import { readProjectParams } from '../../domain/project-params'

test('reads all months and a place in the history', () => {
  expect(readProjectParams({ months: 'all', before: '500' })).toEqual({ params: { allMonths: true, before: 500 }, wrong: [] })
  expect(readProjectParams({})).toEqual({ params: { allMonths: false, before: null }, wrong: [] })
})

test('names what it cannot read', () => {
  expect(readProjectParams({ months: 'some', before: ['1', '2'], colour: 'red' }).wrong).toEqual(['months', 'before', 'colour'])
  expect(readProjectParams({ before: '-1' })).toEqual({ params: { allMonths: false, before: null }, wrong: ['before'] })
})
