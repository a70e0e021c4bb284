import { addDays, type Day } from './calendar'

/** One day of somebody's calendar; the same thing keeps its `uid` however its day or words change. */
export type CalendarEntry = { uid: string; day: Day; summary: string; description: string; url: string }
export type CalendarFile = { name: string; language: string; stamp: Day; entries: readonly CalendarEntry[] }

/** RFC 5545: whole days, lines of at most 75 octets ended by CRLF. The stamp is the business day, so that a day's file stays the same. */
export function calendarFile({ name, language, stamp, entries }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Hengdong County//Major Projects//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME;LANGUAGE=${language}:${escaped(name)}`,
    `NAME;LANGUAGE=${language}:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...entries.flatMap((entry) => entryLines(entry, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const entryLines = ({ uid, day, summary, description, url }: CalendarEntry, stamp: Day): string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${dateOf(stamp)}T000000Z`,
  `DTSTART;VALUE=DATE:${dateOf(day)}`,
  `DTEND;VALUE=DATE:${dateOf(addDays(day, 1))}`,
  'TRANSP:TRANSPARENT',
  `SUMMARY:${escaped(summary)}`,
  ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
  `URL:${url}`,
  'END:VEVENT',
]

const dateOf = (day: Day): string => day.replaceAll('-', '')

/** What a text value can carry: line breaks as LF, no control characters but the tab, no half of a character. */
export const carried = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')

const escaped = (text: string): string =>
  carried(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

const mostOctets = 75

/** Cut between characters only; the blank that begins a following line counts in its 75 octets. */
function folded(line: string): string {
  let [text, octets] = ['', 0]
  for (const character of line) {
    const size = octetsOf(character)
    const cut = octets + size > mostOctets
    text += cut ? `\r\n ${character}` : character
    octets = cut ? size + 1 : octets + size
  }
  return text
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
