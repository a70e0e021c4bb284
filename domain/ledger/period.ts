import { isMonth, type Month } from '../calendar'
import { monthText } from './month'
import { hasFullWidth, plain, saysUnknown } from './plain'
import type { BuildPeriod, CellFlag, CellReading, RawCell } from './shapes'

const point = '(\\d{4})(?:年?度?|(?:年|[./-])(\\d{1,2})(?:月份?)?(?:[./-]\\d{1,2}日?)?)[底末]?'
const between = '(?:[-–—~至到]+)'
const twoPoints = new RegExp(`^${point}${between}${point}$`)
/** 2025.3-12, 2025年3—12月: the second month is of the same year. A second dash would make it a day. */
const sameYear = new RegExp(`^(\\d{4})[年./](\\d{1,2})月?${between}(\\d{1,2})月?[底末]?$`)
const oneYear = /^(\d{4})年?度?$/

/** 建设起止年限: 2025.06-2026.12, 2023—2025年. Years alone stay years: no month is made up for them. */
export function readPeriod(cell: RawCell): CellReading {
  const params = { text: cell.text }
  if (cell.day !== null) return { refused: 'not-a-period', params }
  if (saysUnknown(cell.text)) return { value: null, flags: [] }
  const period = periodOf(plain(cell.text).replace(/[()]/g, ''))
  if (period === null) return { refused: 'not-a-period', params }
  if (isBackwards(period)) return { refused: 'finish-before-start', params }
  const flags: CellFlag[] = hasFullWidth(cell.text) ? ['full-width', 'from-text-date'] : ['from-text-date']
  if (period.startMonth === null || period.finishMonth === null) flags.push('only-years')
  return { value: period, flags }
}

function periodOf(text: string): BuildPeriod | null {
  const year = oneYear.exec(text)
  if (year) return built(year[1], undefined, year[1], undefined)
  const within = sameYear.exec(text)
  if (within) return built(within[1], within[2], within[1], within[3])
  const two = twoPoints.exec(text)
  return two ? built(two[1], two[2], two[3], two[4]) : null
}

function built(startYear = '', startMonth?: string, finishYear = '', finishMonth?: string): BuildPeriod | null {
  const start = monthOf(startYear, startMonth)
  const finish = monthOf(finishYear, finishMonth)
  if (start === undefined || finish === undefined) return null
  return { startMonth: start, finishMonth: finish, startYear: Number(startYear), finishYear: Number(finishYear) }
}

/** Null where no month was written, undefined where it is none. */
function monthOf(year: string, month: string | undefined): Month | null | undefined {
  const text = monthText(Number(year), Number(month ?? 1))
  if (!isMonth(text)) return undefined
  return month === undefined ? null : text
}

function isBackwards({ startMonth, finishMonth, startYear, finishYear }: BuildPeriod): boolean {
  if (startMonth !== null && finishMonth !== null) return finishMonth < startMonth
  return finishYear !== null && finishYear < startYear
}
