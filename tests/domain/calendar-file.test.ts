import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type CalendarEntry, calendarFile, carried } from '../../domain/calendar-file'

const text = fc.string({ unit: 'binary', maxLength: 300 })
const day = fc
  .date({ min: new Date('2021-01-01'), max: new Date('2099-12-30'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
const entry = fc.record<CalendarEntry>({
  uid: fc.stringMatching(/^[a-z]{1,12}-[0-9]{1,9}@hengdong$/),
  day,
  summary: text,
  description: text,
  url: fc.webUrl(),
})
const fileOf = (entries: readonly CalendarEntry[], name = '日历') => calendarFile({ name, language: 'zh-CN', stamp: '2025-10-16', entries })
const read = (file: string) => new ICAL.Component(ICAL.parse(file) as unknown as string)

test('whatever is written into a calendar another program reads back the same', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
      const calendar = read(fileOf(entries))
      expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('日历')
      const told = calendar.getAllSubcomponents('vevent').map((event) => ({
        uid: event.getFirstPropertyValue('uid'),
        day: String(event.getFirstPropertyValue('dtstart')),
        summary: event.getFirstPropertyValue('summary'),
        description: event.getFirstPropertyValue('description') ?? '',
        url: event.getFirstPropertyValue('url'),
      }))
      expect(told).toEqual(entries.map((one) => ({ ...one, summary: carried(one.summary), description: carried(one.description) })))
    }),
    { numRuns: 500 },
  )
})

test('no line is longer than 75 octets, every line ends by CRLF, and no character is cut', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 3 }), (entries) => {
      const file = fileOf(entries)
      const lines = file.split('\r\n')
      expect(lines.pop()).toBe('')
      for (const line of lines) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/[\r\n]/)
        expect(line.isWellFormed()).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

test('a long Chinese line is folded at the last whole character, and the blank of the next line counts', () => {
  const lines = fileOf([{ uid: 'report-1@hengdong', day: '2025-11-05', summary: '项'.repeat(60), description: '', url: 'https://e.cn/' }])
    .split('\r\n')
    .filter((line) => line.includes('项'))
  expect(lines.map((line) => Buffer.byteLength(line))).toEqual([8 + 22 * 3, 1 + 24 * 3, 1 + 14 * 3])
})

test('an event is a whole day with a stamp, and nothing of it opens another line', () => {
  const file = fileOf([
    { uid: 'm-1@hengdong', day: '2025-12-31', summary: '一;二,三\\四\r\nBEGIN:VALARM', description: '', url: 'https://e.cn/a' },
  ])
  expect(file).toContain('DTSTART;VALUE=DATE:20251231\r\nDTEND;VALUE=DATE:20260101\r\n')
  expect(file).toContain('DTSTAMP:20251016T000000Z\r\n')
  expect(file).toContain('SUMMARY:一\\;二\\,三\\\\四\\nBEGIN:VALARM\r\n')
  expect(file).not.toContain('\r\nBEGIN:VALARM')
})
