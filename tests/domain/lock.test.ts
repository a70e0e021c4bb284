import { describe, expect, it } from 'vitest'
import { decidedBy, type Moment, rewind } from '../../domain/as-of'
import { allReminders, byUnit, type LateWork, reminderText } from '../../domain/late-list'
import { isOver, lockKindOf, lockSpan, missedUntil, partsOf } from '../../domain/lock'
import { comparedTo } from '../../domain/months-params'
import { reconciles } from '../../domain/period-compare'

const key = ({ id }: { id: number }) => String(id)

describe('rows as they stood', () => {
  const rows = [
    { id: 1, name: '今' },
    { id: 2, name: '新' },
  ]
  it('takes the first change after the moment, not a later one', () => {
    const pasts = [
      { key: '1', was: { id: 1, name: '最初' } },
      { key: '1', was: { id: 1, name: '中间' } },
    ]
    expect(rewind(rows, key, pasts)).toEqual([{ id: 1, name: '最初' }, rows[1]])
  })
  it('leaves out what was made since, and brings back what was removed since', () => {
    const pasts = [
      { key: '2', was: null },
      { key: '3', was: { id: 3, name: '删了' } },
    ]
    expect(rewind(rows, key, pasts)).toEqual([rows[0], { id: 3, name: '删了' }])
  })
  it('takes the latest revision approved by then where changes were not kept yet', () => {
    const moment: Moment = { at: '2025-05-01', past: 0, update: null }
    const row = (id: number, decidedAt: string | null, status = 'approved') => ({
      id,
      status,
      submittedAt: '2025-04-01',
      decidedAt,
      current: id === 3,
    })
    const known = decidedBy([row(1, '2025-04-02'), row(2, '2025-04-20'), row(3, '2025-06-01')], moment, '2025-09-01', () => '')
    expect(known.map(({ status, current }) => [status, current])).toEqual([
      ['approved', false],
      ['approved', true],
      ['submitted', false],
    ])
  })
})

describe('periods', () => {
  it('reads a month, a quarter or a year, and nothing else', () => {
    expect(['2025-09', '2025Q3', '2025', '2025-13', '2025-09-01'].map(lockKindOf)).toEqual(['month', 'quarter', 'year', null, null])
    expect([partsOf('quarter', '2025Q3'), partsOf('year', '2025').length, partsOf('month', '2025-09')]).toEqual([
      ['2025-07', '2025-08', '2025-09'],
      4,
      [],
    ])
  })
  it('is over once its last month is', () => {
    expect([
      isOver('month', '2025-09', '2025-09-30'),
      isOver('month', '2025-09', '2025-10-01'),
      isOver('year', '2025', '2025-12-31'),
    ]).toEqual([false, true, false])
  })
  it('counts no month after the period as missed, however late it is locked', () => {
    expect(missedUntil(lockSpan('month', '2025-03', '2025-10-16'))).toBe('2025-04-30')
    expect(missedUntil(lockSpan('month', '2025-09', '2025-10-08'))).toBe('2025-10-08')
  })
  it('compares locks, earlier revisions and days', () => {
    expect(comparedTo('2025-09@2')).toEqual({ kind: 'lock', period: '2025-09', revision: 2 })
    expect(comparedTo('2025-09-30')).toEqual({ kind: 'day', day: '2025-09-30' })
    expect([comparedTo('2025-13'), comparedTo('x')]).toEqual([null, null])
  })
})

describe('the late list', () => {
  const work = (code: string, unit: string | null, state: LateWork['state']): LateWork => ({
    code,
    name: `工程${code}`,
    state,
    unit,
    unitId: unit ? 1 : null,
  })
  const units = byUnit([work('P2', '乙', 'missing'), work('P1', '甲', 'late'), work('P3', null, 'returned')], new Map([[1, ['李工']]]))
  it('stands by unit, those of nobody last, each with its people', () => {
    expect(units.map(({ unit, contacts }) => [unit, contacts])).toEqual([
      ['乙', ['李工']],
      ['甲', ['李工']],
      [null, []],
    ])
  })
  it('reminds of what is open or returned, and not of what came late', () => {
    const texts = units.map((unit) => reminderText(unit, '2025-09', '2025-10-09', '2025-10-16'))
    expect(texts[0]).toContain('工程P2（P2）的2025年9月进度还没有填报，已过截止日（10月9日）')
    expect(texts[1]).toBeNull()
    expect(allReminders(units, '2025-09', '2025-10-09', '2025-10-08').split('\n\n')).toHaveLength(2)
  })
})

it('a bridge that lost a yuan does not reconcile', () => {
  const none = { works: 0, yuan: 0, known: 0 }
  const bridge = {
    from: { works: 1, yuan: 5, known: 1 },
    entered: none,
    left: none,
    changed: { works: 0, yuan: 2, known: 0 },
    movedIn: none,
    movedOut: none,
  }
  expect([
    reconciles({ ...bridge, to: { works: 1, yuan: 7, known: 1 } }),
    reconciles({ ...bridge, to: { works: 1, yuan: 8, known: 1 } }),
  ]).toEqual([true, false])
})
