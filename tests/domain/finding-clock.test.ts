import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../domain/calendar'
import { type AlarmLevel, alarmLevels, type RectificationRules } from '../../domain/finding'
import { dueAlarms, type RulesVersion, ruleOn } from '../../domain/finding-clock'

const body: RectificationRules = {
  warnDaysBefore: 3,
  overdueDays: { blue: 1, yellow: 10, red: 30 },
  acknowledgeWorkdays: 2,
  answerWorkdays: 5,
  deadlineDays: { general: 30, serious: 20, major: 15 },
  tell: {
    warning: ['unit'],
    blue: ['unit', 'supervisor'],
    yellow: ['unit', 'supervisor', 'bureau'],
    red: ['unit', 'supervisor', 'bureau', 'leader'],
  },
}
const first: RulesVersion = { version: 1, effectiveFrom: '2021-01-01', body }
const dueOn = '2025-10-30'
const said = (today: Day, { since = '2025-10-01', posted = [] as AlarmLevel[], rules = [first] } = {}) =>
  dueAlarms({ dueOn, since, posted }, today, rules).map(({ level, onDay, ruleVersion }) => `${level} ${onDay} v${ruleVersion}`)

describe('the clock of a deadline', () => {
  it('is silent until three days before', () => {
    expect(said('2025-10-26')).toEqual([])
    expect(said('2025-10-27')).toEqual(['warning 2025-10-27 v1'])
  })

  it('says nothing new on the day itself, and blue on the day after', () => {
    expect(said('2025-10-30', { posted: ['warning'] })).toEqual([])
    expect(said('2025-10-31', { posted: ['warning'] })).toEqual(['blue 2025-10-31 v1'])
  })

  it('says every day of the calendar after forty days of silence', () => {
    expect(said('2025-12-09')).toEqual(['warning 2025-10-27 v1', 'blue 2025-10-31 v1', 'yellow 2025-11-09 v1', 'red 2025-11-29 v1'])
  })

  it('tells whom the rules name at each level', () => {
    expect(dueAlarms({ dueOn, since: dueOn, posted: ['warning', 'blue', 'yellow'] }, '2025-12-09', [first])[0]?.tell).toEqual(body.tell.red)
  })

  it('does not warn of what was put to the unit before it was', () => {
    expect(said('2025-10-29', { since: '2025-10-28' })).toEqual(['warning 2025-10-28 v1'])
  })

  it('says a level once', () => {
    expect(said('2026-12-31', { posted: [...alarmLevels] })).toEqual([])
  })

  it('counts by the rules in force on the day, and names their version', () => {
    const stricter = { version: 2, effectiveFrom: '2025-11-05', body: { ...body, overdueDays: { blue: 1, yellow: 5, red: 15 } } }
    expect(said('2025-12-09', { rules: [first, stricter] })).toEqual([
      'warning 2025-10-27 v1',
      'blue 2025-10-31 v1',
      'yellow 2025-11-05 v2',
      'red 2025-11-14 v2',
    ])
  })

  it('keeps what an earlier version made true, though a later one is milder', () => {
    const milder = { version: 2, effectiveFrom: '2025-11-20', body: { ...body, overdueDays: { blue: 1, yellow: 20, red: 60 } } }
    expect(said('2025-12-29', { rules: [milder, first] })).toEqual([
      'warning 2025-10-27 v1',
      'blue 2025-10-31 v1',
      'yellow 2025-11-09 v1',
      'red 2025-12-29 v2',
    ])
  })

  it('uses the first version for days before all of them', () => {
    expect(ruleOn('2020-01-01', [first])).toBe(first)
    expect(said('2025-12-09', { rules: [] })).toEqual([])
  })

  it('says the same whether it is asked every day or once at the end', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-01-01', days))
    const level = fc.integer({ min: 1, max: 20 })
    const version = fc.record({ effectiveFrom: day, warn: fc.integer({ min: 0, max: 10 }), blue: level, more: level, most: level })
    const histories = fc.record({
      since: day,
      run: fc.integer({ min: 0, max: 60 }),
      off: fc.integer({ min: 0, max: 120 }),
      versions: fc.array(version, { maxLength: 4 }),
    })
    fc.assert(
      fc.property(histories, ({ since, run, off, versions }) => {
        const rules = [first, ...versions.map((one, index) => ruleOf(one, index + 2))]
        const deadline = addDays(since, run)
        const today = addDays(since, off)
        const daily: string[] = []
        const posted: AlarmLevel[] = []
        for (let now = since; now <= today; now = addDays(now, 1)) {
          for (const alarm of dueAlarms({ dueOn: deadline, since, posted }, now, rules)) {
            expect(alarm.onDay).toBe(now)
            posted.push(alarm.level)
            daily.push(`${alarm.level} ${alarm.onDay} v${alarm.ruleVersion}`)
          }
        }
        const once = dueAlarms({ dueOn: deadline, since, posted: [] }, today, rules)
        expect(once.map(({ level, onDay, ruleVersion }) => `${level} ${onDay} v${ruleVersion}`)).toEqual(daily)
      }),
      { numRuns: 300 },
    )
  })
})

type Version = { effectiveFrom: Day; warn: number; blue: number; more: number; most: number }
const ruleOf = ({ effectiveFrom, warn, blue, more, most }: Version, version: number): RulesVersion => ({
  version,
  effectiveFrom,
  body: { ...body, warnDaysBefore: warn, overdueDays: { blue, yellow: blue + more, red: blue + more + most } },
})
