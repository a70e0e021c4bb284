import { expect, test } from 'vitest'
import { cursorOf, cursorText, listParams, listQuery, orderOf, readListParams } from '../../domain/list-params'

test('reads every parameter of an address', () => {
  const address = {
    q: ' 水库 ',
    box: '5-1',
    sector: 'water',
    class: '防洪治涝工程',
    chain: 'unconfirmed',
    town: '新塘镇',
    owner: 'none',
    stage: 'unknown',
    category: 'livelihood',
    light: 'red',
    report: 'missing',
    sort: '-approved',
    limit: '20',
  }
  const { params, wrong } = readListParams(address)
  expect(wrong).toEqual([])
  expect(params).toEqual({ ...address, q: '水库', limit: 20 })
})

test('names what it cannot read and keeps the rest', () => {
  const address = { stage: 'finished', box: '5-1', colour: 'red', limit: '0', owner: ['1', '2'], q: '', cursor: 'abc', sector: undefined }
  const { params, wrong } = readListParams(address)
  expect(params).toEqual({ box: '5-1' })
  expect(wrong).toEqual(['stage', 'colour', 'limit', 'owner', 'cursor'])
})

test.each(['0', '201', '1.5', '-1', 'many', '٣'])('a limit of %s is malformed', (limit) => {
  expect(listParams.safeParse({ limit }).success).toBe(false)
})

test('a cursor comes back as it went, with Chinese names too', () => {
  const cursor = { sort: 'name' as const, value: '县第二水厂新建', code: 'P0042', back: true, at: 51 }
  expect(cursorOf(cursorText(cursor))).toEqual(cursor)
  expect(cursorText(cursor)).toMatch(/^[\w-]+$/)
})

test.each(['', '%%%', 'bnVsbA', 'W10', cursorText({ sort: 'approved', value: 'ten', code: 'P0001', back: false, at: 1 })])(
  'a cursor that is not ours is none: %j',
  (text) => {
    expect(cursorOf(text)).toBeNull()
  },
)

test('a cursor of another order is refused, by page as by name', () => {
  const cursor = cursorText({ sort: 'name', value: '甲', code: 'P0001', back: false, at: 2 })
  expect(readListParams({ cursor }).wrong).toEqual(['cursor'])
  expect(readListParams({ cursor, sort: 'name' }).wrong).toEqual([])
})

test('amounts and reports begin with the largest and the latest, codes and names with the first', () => {
  expect(['code', 'name', 'approved', 'last-report', '-code', '-approved'].map((sort) => orderOf(sort as 'code').descending)).toEqual([
    false,
    false,
    true,
    true,
    true,
    false,
  ])
})

test('a changed filter keeps the others and begins at the first page', () => {
  const { params } = readListParams({ box: '5-1', light: 'red', sort: 'name' })
  expect(listQuery(params, { light: null, stage: 'construction' })).toBe('?box=5-1&stage=construction&sort=name')
  expect(listQuery(params, { cursor: 'x' })).toBe('?box=5-1&light=red&sort=name&cursor=x')
  expect(listQuery({})).toBe('')
})
