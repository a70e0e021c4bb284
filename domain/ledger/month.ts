import { addDays, type Day, isDay, isMonth, type Month } from '../calendar'
import { hasFullWidth, plain, saysUnknown } from './plain'
import type { CellCode, CellFlag, CellReading, RawCell } from './shapes'

/** A point in time as written: as much of it as was written. */
export type Written = { year: number; month: number | null; day: number | null; flags: readonly CellFlag[] }
type Read = Written | { refused: CellCode }

const vague = /(?:月份?)?(?:底|末|初|上旬|中旬|下旬|左右|前后|之前|以前|前)$/
const told = /^(?:预计|计划|已于|拟于|拟|力争|约|于)+|(?:正式)?(?:开工|动工|竣工|完工|建成|投产|交付)+(?:投产|使用)?$/g
const time = /(?<=\d)T?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/
const full = /^(\d{4}|\d{2}(?=年))(?:年|[./\-、])(\d{1,2})(?:月份?)?(?:[./\-、]?(\d{1,2})[日号]?)?$/
const compact = /^((?:19|20)\d{2})(0[1-9]|1[0-2])(\d{2})?$/
const monthOnly = /^(\d{1,2})(?:月份?)(?:(\d{1,2})[日号]?)?$/
const yearOnly = /^(\d{4})年?度?$/
const yearEnd = /^(\d{4})年?(?:底|末)(?:前|之前|以前)?$/
const halves = /上半年|下半年|季度|年初|年中|[-–—~至到]+(?:\d{4}|\d{1,2}月)/

/** Serial numbers of 1982 to 2064: what a day is stored as when its format was lost. */
const isSerial = (value: number): boolean => value >= 30_000 && value < 60_500

/** The day a serial number counts to; `from1904` for workbooks of old Macintoshes. */
export function serialDay(serial: number, from1904 = false): Day | null {
  const whole = Math.floor(serial) + (from1904 ? 1462 : 0)
  if (whole < 1 || whole > 73_415) return null
  const day = addDays('1899-12-30', whole < 60 ? whole + 1 : whole)
  return isDay(day) ? day : null
}

export function readMonth(cell: RawCell, year: number | null): CellReading {
  if (saysUnknown(cell.text) && cell.day === null) return { value: null, flags: [] }
  const read = written(cell, year)
  const params = { text: cell.text }
  if ('refused' in read) return { refused: read.refused, params }
  if (read.month === null) return { refused: 'only-year', params }
  return { value: monthText(read.year, read.month), flags: read.flags }
}

export function readDay(cell: RawCell, year: number | null): CellReading {
  if (saysUnknown(cell.text) && cell.day === null) return { value: null, flags: [] }
  const read = written(cell, year)
  const params = { text: cell.text }
  if ('refused' in read) return { refused: read.refused === 'not-a-month' ? 'not-a-day' : read.refused, params }
  if (read.month === null || read.day === null) return { refused: 'day-missing', params }
  return { value: `${monthText(read.year, read.month)}-${String(read.day).padStart(2, '0')}`, flags: read.flags }
}

export const monthText = (year: number, month: number): Month => `${year}-${String(month).padStart(2, '0')}`

function written(cell: RawCell, year: number | null): Read {
  if (cell.day !== null) return ofDay(cell.day, [])
  // A stored 2025.1 is 2025.10 as often as 2025.1: the last zero is lost.
  if (cell.number !== null && /^\d{4}\.1$/.test(plain(cell.text))) return { refused: 'ambiguous-month' }
  if (cell.number !== null && isSerial(cell.number)) return ofDay(serialDay(cell.number) ?? '', ['from-serial'])
  const flags: CellFlag[] = hasFullWidth(cell.text) ? ['full-width', 'from-text-date'] : ['from-text-date']
  return writtenText(plain(cell.text), year, flags, cell.number !== null)
}

function ofDay(day: Day, flags: readonly CellFlag[]): Read {
  if (!isDay(day)) return { refused: 'not-a-day' }
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, day: date, flags }
}

function writtenText(text: string, year: number | null, flags: readonly CellFlag[], stored: boolean): Read {
  const bare = text.replace(time, '').replace(told, '').replace(/[()]/g, '')
  if (halves.test(bare)) return { refused: 'range' }
  const end = yearEnd.exec(bare)
  if (end) return checked(Number(end[1]), 12, null, [...flags, 'approximate'])
  const exact = bare.replace(vague, (mark) => (mark.startsWith('月') ? '月' : ''))
  const all: readonly CellFlag[] = exact === bare ? flags : [...flags, 'approximate']
  const [, fullYear, month, day] = full.exec(exact) ?? compact.exec(exact) ?? []
  if (fullYear !== undefined) return checked(century(fullYear), Number(month), day === undefined ? null : Number(day), all)
  if (yearOnly.test(exact)) return checked(Number(exact.slice(0, 4)), null, null, all)
  const [, only, date] = monthOnly.exec(exact) ?? (stored ? (/^(\d{1,2})$/.exec(exact) ?? []) : [])
  if (only === undefined) return { refused: 'not-a-month' }
  return year === null ? { refused: 'no-year' } : checked(year, Number(only), date ? Number(date) : null, [...all, 'year-from-head'])
}

/** 25年6月 is of this century. */
const century = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year))

function checked(year: number, month: number | null, day: number | null, flags: readonly CellFlag[]): Read {
  if (!isMonth(monthText(year, month ?? 1))) return { refused: 'not-a-month' }
  if (day !== null && !isDay(`${monthText(year, month ?? 1)}-${String(day).padStart(2, '0')}`)) return { refused: 'not-a-day' }
  return { year, month, day, flags }
}
