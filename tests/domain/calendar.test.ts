import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holidays } from '../../db/reference/holidays'
import {
  addMonths,
  addWorkdays,
  daysBetween,
  holidaysKnown,
  isDay,
  isMonth,
  isQuarter,
  isWorkday,
  lastDay,
  monthsBetween,
  monthsFrom,
  nextQuarter,
  previousQuarter,
  quarterEnd,
  quarterOf,
  reportDueOn,
  shanghaiDay,
} from '../../domain/calendar'

test('a day is the Shanghai day, eight hours ahead of the instant', () => {
  expect(shanghaiDay('2025-12-31T15:59:59.999Z')).toBe('2025-12-31')
  expect(shanghaiDay('2025-12-31T16:00:00.000Z')).toBe('2026-01-01')
})

test('a day that the calendar does not have is no day', () => {
  for (const text of ['2025-02-30', '0000-01-01', '9999-01-01', '2025-2-3', '2025-13-01', '']) expect(isDay(text)).toBe(false)
  expect(isDay('2024-02-29')).toBe(true)
  expect(isMonth('2025-13')).toBe(false)
  expect(isQuarter('2025Q5')).toBe(false)
})

test('the report of September 2025 is due on 9 October: the 5th lies in the National Day holiday', () => {
  expect(reportDueOn('2025-09', 5, holidays)).toBe('2025-10-09')
})

test('make-up days are workdays and public holidays are not', () => {
  expect(isWorkday('2025-09-28', holidays)).toBe(true)
  expect(isWorkday('2025-10-08', holidays)).toBe(false)
})

test('a year that is not entered counts weekends only and says so', () => {
  expect(holidaysKnown('2027-02-28', holidays)).toBe(false)
  expect(reportDueOn('2027-01', 5, holidays)).toBe('2027-02-05')
  expect(reportDueOn('2027-05', 5, holidays)).toBe('2027-06-07')
})

test('two working days after a Thursday before a weekend fall on Monday', () => {
  expect(addWorkdays('2025-10-16', 2, holidays)).toBe('2025-10-20')
})

test('quarters follow one another over the year end', () => {
  expect(quarterOf('2025-12')).toBe('2025Q4')
  expect(nextQuarter('2025Q4')).toBe('2026Q1')
  expect(previousQuarter('2025Q1')).toBe('2024Q4')
  expect(quarterEnd('2025Q3')).toBe('2025-09')
  expect(lastDay('2024-02')).toBe('2024-02-29')
})

test('adding months and counting them agree', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2000, max: 2099 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: -120, max: 120 }),
      (year, month, by) => {
        const from = `${year}-${String(month).padStart(2, '0')}`
        expect(monthsBetween(from, addMonths(from, by))).toBe(by)
      },
    ),
  )
  expect(monthsFrom('2024-11', '2025-02')).toEqual(['2024-11', '2024-12', '2025-01', '2025-02'])
  expect(daysBetween('2025-02-28', '2025-03-01')).toBe(1)
})
