import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { carryOver, openPeriod } from '../../db/commands/periods'
import { setResponsibility } from '../../db/commands/responsibilities'
import { targetYear } from '../../db/queries/chains'
import { carriedWorks, periodList, worksToCarry } from '../../db/queries/periods'
import { responsibilityList } from '../../db/queries/responsibilities'
import { unitFacts } from '../../db/queries/unit-facts'
import { carryOverInput } from '../../domain/next-period'
import { responsibilityInput } from '../../domain/responsibility'
import { countMonths, monthsHeld } from '../../domain/unit-facts'
import { nextPeriod, openedPeriod } from '../support/evaluation'
import { ctxOf, openTestHouse, type TestHouse, testDay } from '../support/house'
import { codeOf, issuesIn, typed } from '../support/typed'
import { giveWork } from '../support/work'

let t: TestHouse
beforeAll(() => {
  t = openTestHouse()
})
afterAll(() => t.close())

const bureau = () => ctxOf(t.actors.bureau)
const set = (fields: Record<string, string>) =>
  setResponsibility(bureau(), typed(responsibilityInput, { kind: 'box', code: '3-1', version: '0', fromDay: '2025-01-01', ...fields }))
const answered = (code: string) => responsibilityList(t.actors.leader).rows.find((row) => row.code === code)

describe('who answers for a target', () => {
  it('holds from a day, and the one before stays', () => {
    const id = set({ organisation: '测试甲局' })
    set({ organisation: '测试乙局', version: String(id), fromDay: '2025-06-01' })
    expect(answered('3-1')).toMatchObject({
      now: { name: '测试乙局', fromDay: '2025-06-01' },
      earlier: [{ name: '测试甲局', fromDay: '2025-01-01', toDay: '2025-06-01' }],
    })
    expect(codeOf(() => set({ organisation: '测试丙局' }))).toBe('stale')
    expect(codeOf(() => set({ code: '99-9', organisation: '测试丙局' }))).toBe('not-found')
    const version = String(answered('3-1')?.now?.id)
    expect(issuesIn(() => set({ organisation: '测试丙局', version, fromDay: '2025-05-01' }))).toEqual(['fromDay: before-previous'])
  })
})

describe('facts of a year by unit', () => {
  it('count what was due of a unit and never rank it', () => {
    giveWork(t, 'P0002')
    const { rows } = unitFacts(t.actors.supervisor, 2025, 1, testDay)
    const names = rows.map(({ name }) => name)
    expect(names).toEqual([...names].sort())
    const own = rows.find(({ id }) => id === t.organisations.own)
    expect(own).toMatchObject({ works: 1, planned: { yuan: null, known: 0, unknown: 1 }, done: { yuan: null, known: 0, unknown: 1 } })
    const { due, onTime, late, missing, returned } = own?.months ?? countMonths([])
    expect(due).toBe(onTime + late + missing + returned)
    expect(missing).toBeGreaterThan(0)
    expect(rows.find(({ name }) => name === '测试乙局')?.answersFor).toEqual([{ kind: 'box', code: '3-1' }])
    expect(Object.keys(own ?? {})).not.toContain('score')
  })

  it('leave a month that is still open out, and give a month to who held the work at its end', () => {
    expect(countMonths(['on-time', 'late', 'missing', 'returned', 'due', 'not-due', 'before-reporting'])).toEqual({
      ...{ due: 4, onTime: 1, late: 1, missing: 1, returned: 1 },
    })
    const months = ['2025-01', '2025-02', '2025-03']
    expect(monthsHeld(months, { fromDay: '2025-01-15', toDay: '2025-03-31' })).toEqual(['2025-01', '2025-02'])
    expect(monthsHeld(months, { fromDay: '2025-02-28', toDay: null })).toEqual(['2025-02', '2025-03'])
  })
})

describe('the next period', () => {
  it('is opened after the plan, takes unfinished works with reason and history, and leaves the plan’s own year alone', () => {
    expect(issuesIn(() => openPeriod(bureau(), { ...nextPeriod, fromDay: '2025-06-01' }))).toEqual(['fromDay: before-previous'])
    const periodId = openedPeriod(t)
    expect(codeOf(() => openPeriod(bureau(), nextPeriod))).toBe('period-exists')
    expect(targetYear()).toBe(2025)
    const before = worksToCarry(t.actors.bureau, 1).total
    const carry = (codes: string[]) => carryOver(bureau(), typed(carryOverInput, { periodId, codes, reason: '跨期续建' }))
    expect(carry(['P0003', 'P0004'])).toBe(2)
    expect(issuesIn(() => carry(['P0003']))).toEqual(['codes: work-in-period'])
    expect(worksToCarry(t.actors.bureau, 1).total).toBe(before - 2)
    expect(carriedWorks(t.actors.leader, 1).rows).toMatchObject([
      { code: 'P0003', from: '“十四五”规划', to: '“十五五”规划', fromDay: '2026-01-01', reason: '跨期续建' },
      { code: 'P0004' },
    ])
    expect(periodList(t.actors.leader).periods.map(({ works }) => works)).toEqual([before - 2, 2])
  })

  it('takes no finished work', () => {
    t.house.sqlite.prepare(`update projects set stage = 'operation' where code = 'P0005'`).run()
    const input = typed(carryOverInput, { periodId: '15', codes: ['P0005'], reason: '试' })
    expect(issuesIn(() => carryOver(bureau(), input))).toEqual(['codes: work-settled'])
  })
})
