import { expect, test } from 'vitest'
import { type LeaderThings, onlyOnce } from '../app/home/leader-once'

const coded = (code: string, more: object = {}) => ({ code, ...more })
const things = (asked: object[], worst: object[], conditions: object[], late: string[]): LeaderThings =>
  ({
    asked: { rows: asked, total: asked.length },
    worst: { rows: worst, total: 40 },
    conditions: { rows: conditions, total: 30 },
    late: { rows: late.map((code) => ({ row: coded(code), light: null })), total: 20 },
  }) as unknown as LeaderThings
const codes = ({ worst, late }: LeaderThings) => [worst.rows.map(({ code }) => code), late.rows.map(({ row }) => row.code)]

test('a work whose decision is asked for is told there, not again among the slips or the late ones', () => {
  const once = onlyOnce(things([coded('P0001', { id: 7 })], [coded('P0001'), coded('P0002')], [], ['P0002', 'P0001', 'P0003']))
  expect(codes(once)).toEqual([['P0002'], ['P0003']])
})

test('a condition asked of the leader is not told among those under way', () => {
  const once = onlyOnce(things([coded('P0001', { id: 7 })], [], [coded('P0001', { id: 7 }), coded('P0001', { id: 8 })], []))
  expect(once.conditions.rows.map(({ id }) => id)).toEqual([8])
})

test('lists stay full though something is told above, and their totals stay those of the lists they lead to', () => {
  const many = Array.from({ length: 10 }, (_, at) => coded(`P10${at}0`))
  const once = onlyOnce(things([coded('P1000', { id: 1 })], many, [], []))
  expect(codes(once)[0]).toEqual(['P1010', 'P1020', 'P1030', 'P1040', 'P1050'])
  expect([once.worst.total, once.conditions.total, once.late.total]).toEqual([40, 30, 20])
})
