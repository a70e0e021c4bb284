import { describe, expect, it } from 'vitest'
import { holidays } from '../../db/reference/holidays'
import { firstEscalationRules } from '../../db/reference/rules'
import { clockOf, dueEscalations, escalationRules, levelDueOn, workdaysUntil } from '../../domain/escalation'

const rules = firstEscalationRules
const rulesOn = () => ({ version: 1, body: rules, holidays })

describe('the clock of an escalation level', () => {
  it('gives the unit five working days, the leader ten, and leaves the third level to the next meeting', () => {
    expect(levelDueOn('2025-10-16', 1, rules, holidays)).toBe('2025-10-23')
    expect(levelDueOn('2025-10-16', 2, rules, holidays)).toBe('2025-10-30')
    expect(levelDueOn('2025-10-16', 3, rules, holidays)).toBeNull()
  })

  it('counts neither the national holiday nor its weekends, and counts the day that is worked for it', () => {
    // 26 September is a Friday; the 28th and 11 October are worked, 1 to 8 October are not.
    expect(levelDueOn('2025-09-26', 1, rules, holidays)).toBe('2025-10-10')
    expect(workdaysUntil('2025-09-30', '2025-10-11', holidays)).toBe(3)
  })

  it('counts no working day up to the same or an earlier day', () => {
    expect(workdaysUntil('2025-10-16', '2025-10-16', holidays)).toBe(0)
    expect(workdaysUntil('2025-10-16', '2025-10-10', holidays)).toBe(0)
  })
})

describe('what passes while nobody answers', () => {
  it('says nothing until the day after the last day', () => {
    expect(dueEscalations({ level: 1, dueOn: '2025-10-16' }, '2025-10-16', rulesOn)).toEqual([])
    expect(dueEscalations({ level: 1, dueOn: '2025-10-16' }, '2025-10-17', rulesOn)).toEqual([
      { level: 2, onDay: '2025-10-17', dueOn: '2025-10-31', ruleVersion: 1 },
    ])
  })

  it('says every level on its own day after a month in which the server was off', () => {
    const said = dueEscalations({ level: 1, dueOn: '2025-09-01' }, '2025-10-16', rulesOn)
    expect(said.map(({ level, onDay }) => [level, onDay])).toEqual([
      [2, '2025-09-02'],
      [3, '2025-09-17'],
    ])
    expect(said.at(-1)?.dueOn).toBeNull()
  })

  it('says the same on every later day', () => {
    const early = dueEscalations({ level: 1, dueOn: '2025-09-01' }, '2025-09-18', rulesOn)
    expect(dueEscalations({ level: 1, dueOn: '2025-09-01' }, '2026-03-01', rulesOn)).toEqual(early)
  })

  it('follows the rules in force on the day on which the next level is asked', () => {
    const shorter = { levels: rules.levels.map((rule) => (rule.level === 2 ? { ...rule, workdays: 1 } : rule)) }
    const changing = (day: string) => ({ version: day < '2025-10-01' ? 1 : 2, body: day < '2025-10-01' ? rules : shorter, holidays })
    const said = dueEscalations({ level: 1, dueOn: '2025-10-09' }, '2025-10-14', changing)
    expect(said.map(({ level, onDay, ruleVersion }) => [level, onDay, ruleVersion])).toEqual([
      [2, '2025-10-10', 2],
      [3, '2025-10-12', 2],
    ])
  })

  it('stops at the third level, and has nothing to say of a clock that has not begun', () => {
    expect(dueEscalations({ level: 3, dueOn: '2025-01-01' }, '2025-10-16', rulesOn)).toEqual([])
    expect(dueEscalations({ level: 1, dueOn: null }, '2025-10-16', rulesOn)).toEqual([])
  })
})

describe('how a clock is read', () => {
  const on = (dueOn: string | null, level = 1) => clockOf({ state: 'open', level, dueOn }, '2025-10-16', holidays)

  it('says working days left, today, or calendar days over', () => {
    expect(on('2025-10-20')).toEqual({ says: 'left', workdays: 2, dueOn: '2025-10-20' })
    expect(on('2025-10-16')).toEqual({ says: 'today', dueOn: '2025-10-16' })
    expect(on('2025-10-13')).toEqual({ says: 'over', days: 3, dueOn: '2025-10-13' })
  })

  it('does not call a clock that has not begun in time, nor a meeting that is not called', () => {
    expect(on(null)).toEqual({ says: 'not-begun' })
    expect(on(null, 3)).toEqual({ says: 'no-meeting' })
  })

  it('stands still once there is an answer', () => {
    expect(clockOf({ state: 'answered', level: 1, dueOn: '2025-10-01' }, '2025-10-16', holidays)).toEqual({ says: 'answered' })
    expect(clockOf({ state: 'cannot', level: 2, dueOn: '2025-10-01' }, '2025-10-16', holidays)).toEqual({ says: 'closed' })
  })
})

it('rules with a level missing, or with no time at all, are no rules', () => {
  expect(escalationRules.safeParse(rules).success).toBe(true)
  expect(escalationRules.safeParse({ levels: rules.levels.slice(1) }).success).toBe(false)
  expect(escalationRules.safeParse({ levels: rules.levels.map((rule) => ({ ...rule, workdays: 0 })) }).success).toBe(false)
})
