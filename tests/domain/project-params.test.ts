import { expect, test } from 'vitest'
import { projectHref, projectParts, readProjectParams } from '../../domain/project-params'

const plain = { part: 'overview', allMonths: false, before: null }

test('reads the part, all months and a place in the history', () => {
  expect(readProjectParams({})).toEqual({ params: plain, wrong: [] })
  expect(readProjectParams({ part: 'money' })).toEqual({ params: { ...plain, part: 'money' }, wrong: [] })
  expect(readProjectParams({ part: 'all', months: 'all', before: '500' }).params).toEqual({ part: 'all', allMonths: true, before: 500 })
})

test('all months are in the part of the months, earlier history in that of the history', () => {
  expect(readProjectParams({ months: 'all' }).params.part).toBe('months')
  expect(readProjectParams({ before: '500' }).params.part).toBe('history')
})

test('names what it cannot read, and shows the overview', () => {
  const { params, wrong } = readProjectParams({ part: 'cellar', months: 'some', before: ['1', '2'], colour: 'red' })
  expect({ params, wrong }).toEqual({ params: plain, wrong: ['part', 'months', 'before', 'colour'] })
  expect(readProjectParams({ part: ['months', 'money'] }).wrong).toEqual(['part'])
  expect(readProjectParams({ before: '-1' })).toEqual({ params: plain, wrong: ['before'] })
})

test('every part has an address that reads back as itself', () => {
  for (const part of projectParts) {
    const { searchParams, hash } = new URL(projectHref('P0001', part, 'there'), 'http://house')
    expect(readProjectParams(Object.fromEntries(searchParams)).params.part).toBe(part)
    expect(hash).toBe('#there')
  }
})
