import { describe, expect, test } from 'vitest'
import { holidays } from '../../db/reference/holidays'
import { firstDutyRules as rules } from '../../db/reference/rules'
import { addWorkdays, holidaysKnown, reportDueOn } from '../../domain/calendar'
import { type DutyFacts, dueMonth, isDue, monthReport, reportingFrom, type Try } from '../../domain/duty'
import type { Stage } from '../../domain/project'
import { timingOf } from '../../domain/update-timing'

const since = (accountSince: string | null, ...stages: [Stage, string][]): DutyFacts => ({
  accountSince,
  stages: stages.map(([stage, from]) => ({ stage, from })),
})
const building = since('2021-01-10', ['construction', '2021-01-01'])
const report = (facts: DutyFacts, month: string, today: string, tries: Try[] = []) =>
  monthReport(facts, month, tries, today, rules, holidays)
const sent = (submittedOn: string, more: Partial<Try> = {}): Try => ({
  status: 'submitted',
  submittedOn,
  decidedOn: null,
  backfilled: false,
  ...more,
})

describe('what is asked for', () => {
  test('is the last whole month, and its due day is the 5th rolled over weekends and holidays', () => {
    expect(dueMonth('2021-03-01')).toBe('2021-02')
    expect(dueMonth('2025-12-31')).toBe('2025-11')
    expect(dueMonth('2026-11-24')).toBe('2026-10')
    expect(dueMonth('2027-02-28')).toBe('2027-01')
    expect(reportDueOn('2021-02', 5, holidays)).toBe('2021-03-05')
    expect(reportDueOn('2025-09', 5, holidays)).toBe('2025-10-09')
    expect(reportDueOn('2025-11', 5, holidays)).toBe('2025-12-05')
    expect(reportDueOn('2026-10', 5, holidays)).toBe('2026-11-05')
  })

  test('knows which years have holidays; the others count weekends only', () => {
    expect(holidaysKnown('2026-11-24', holidays)).toBe(true)
    expect(holidaysKnown('2027-02-28', holidays)).toBe(false)
    expect(reportDueOn('2027-01', 5, holidays)).toBe('2027-02-05')
    expect(reportDueOn('2027-05', 5, holidays)).toBe('2027-06-07')
  })

  test('follows the stage in force in that month', () => {
    const facts = since(
      '2021-01-10',
      ['reserve', '2021-01-01'],
      ['preparatory', '2022-03-15'],
      ['paused', '2023-02-01'],
      ['operation', '2024-01-01'],
    )
    expect(isDue(facts, '2020-12', rules)).toBe(false)
    expect(isDue(facts, '2022-02', rules)).toBe(false)
    expect(isDue(facts, '2022-03', rules)).toBe(true)
    expect(isDue(facts, '2023-02', rules)).toBe(false)
    expect(isDue(facts, '2023-03', rules)).toBe(true)
    expect(isDue(facts, '2024-01', rules)).toBe(false)
  })
})

describe('where a month stands', () => {
  test.each([
    ['2021-03-01', '2021-02', 'due'],
    ['2021-03-06', '2021-02', 'missing'],
    ['2025-12-31', '2025-11', 'missing'],
    ['2026-11-24', '2026-10', 'missing'],
    ['2027-02-28', '2027-01', 'missing'],
    ['2027-02-05', '2027-01', 'due'],
  ])('on %s the month %s of a work under construction is %s', (today, month, state) => {
    expect(report(building, month, today).state).toBe(state)
  })

  test('is “before reporting”, never missing, until the month after somebody has an account', () => {
    const facts = since('2026-11-24', ['construction', '2023-01-01'])
    expect(reportingFrom(facts)).toBe('2026-12')
    expect(report(facts, '2026-10', '2026-11-24').state).toBe('before-reporting')
    expect(report(facts, '2026-11', '2026-12-20').state).toBe('before-reporting')
    expect(report(facts, '2026-12', '2027-01-04').state).toBe('due')
    expect(report(facts, '2026-12', '2027-02-28').state).toBe('missing')
  })

  test('is not due with an unknown stage or without an account', () => {
    expect(report(since('2021-01-10'), '2025-11', '2025-12-31').state).toBe('not-due')
    expect(report(since(null, ['construction', '2021-01-01']), '2025-11', '2025-12-31').state).toBe('not-due')
  })

  test('is on time by the due day and late the day after, with the days', () => {
    expect(report(building, '2025-09', '2025-10-16', [sent('2025-10-09')]).state).toBe('on-time')
    expect(report(building, '2025-09', '2025-10-16', [sent('2025-10-10')])).toMatchObject({ state: 'late', lateDays: 1 })
  })

  test('stays on time when each resubmission comes within two working days of its return', () => {
    const returned = sent('2025-10-09', { status: 'returned', decidedOn: '2025-10-10' })
    expect(addWorkdays('2025-10-10', 2, holidays)).toBe('2025-10-13')
    expect(report(building, '2025-09', '2025-10-16', [returned]).state).toBe('returned')
    expect(report(building, '2025-09', '2025-10-16', [returned, sent('2025-10-13')]).state).toBe('on-time')
    expect(report(building, '2025-09', '2025-10-16', [returned, sent('2025-10-14')])).toMatchObject({ state: 'late', lateDays: 5 })
  })
})

describe('the time of a submission', () => {
  const timing = (facts: DutyFacts, month: string, on: string, tries: Try[] = []) =>
    timingOf(month, tries, on, reportDueOn(month, 5, holidays), facts, rules, holidays)

  test('is back-filled, never late, for a month before reporting or one that was not asked for', () => {
    const facts = since('2026-11-24', ['construction', '2026-11-24'])
    expect(timing(facts, '2021-05', '2026-11-24')).toBe('back-filled')
    expect(timing(facts, '2026-10', '2026-11-24')).toBe('back-filled')
    expect(timing(facts, '2026-12', '2027-01-06')).toBe('late')
    expect(timing(facts, '2026-12', '2027-01-05')).toBe('on-time')
    expect(timing(since('2021-01-10', ['reserve', '2021-01-01']), '2025-05', '2025-12-31')).toBe('back-filled')
    expect(timing(since('2021-01-10'), '2025-11', '2025-12-01')).toBe('on-time')
  })
})
