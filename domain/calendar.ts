/** Shanghai days, months and quarters as text; nothing here reads a clock. */
export type Instant = string
export type Day = string
export type Month = string
export type Quarter = string

/** Public holidays and make-up workdays of the years that are entered; other years count weekends only. */
export type Holidays = Record<string, { off: readonly Day[]; work: readonly Day[] }>

const millisPerDay = 86_400_000
const shanghaiOffset = 8 * 3_600_000

const millis = (day: Day): number => Date.parse(`${day}T00:00:00Z`)
const dayAt = (at: number): Day => new Date(at).toISOString().slice(0, 10)

export function shanghaiDay(at: Instant): Day {
  return dayAt(Date.parse(at) + shanghaiOffset)
}

export function isDay(text: string): boolean {
  return /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(millis(text)) && dayAt(millis(text)) === text
}

export function isMonth(text: string): boolean {
  return /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text)
}

export function isQuarter(text: string): boolean {
  return /^(19|20|21)\d{2}Q[1-4]$/.test(text)
}

export function addDays(day: Day, days: number): Day {
  return dayAt(millis(day) + days * millisPerDay)
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((millis(b) - millis(a)) / millisPerDay)
}

export const monthOf = (day: Day): Month => day.slice(0, 7)
export const yearOf = (text: Day | Month | Quarter): number => Number(text.slice(0, 4))
export const monthNumber = (month: Month): number => Number(month.slice(5, 7))
export const firstDay = (month: Month): Day => `${month}-01`
export const lastDay = (month: Month): Day => addDays(firstDay(addMonths(month, 1)), -1)

export function addMonths(month: Month, months: number): Month {
  const index = yearOf(month) * 12 + monthNumber(month) - 1 + months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** Months from `a` to `b`; negative when `b` is earlier. */
export function monthsBetween(a: Month, b: Month): number {
  return yearOf(b) * 12 + monthNumber(b) - yearOf(a) * 12 - monthNumber(a)
}

/** `from` … `to`, both included; empty when `to` is earlier. */
export function monthsFrom(from: Month, to: Month): Month[] {
  return Array.from({ length: Math.max(0, monthsBetween(from, to) + 1) }, (_, index) => addMonths(from, index))
}

export const quarterOf = (month: Month): Quarter => `${yearOf(month)}Q${Math.ceil(monthNumber(month) / 3)}`
export const quarterEnd = (quarter: Quarter): Month => `${yearOf(quarter)}-${String(Number(quarter.slice(5)) * 3).padStart(2, '0')}`
export const quarterStart = (quarter: Quarter): Month => addMonths(quarterEnd(quarter), -2)
export const nextQuarter = (quarter: Quarter): Quarter => quarterOf(addMonths(quarterEnd(quarter), 1))
export const previousQuarter = (quarter: Quarter): Quarter => quarterOf(addMonths(quarterStart(quarter), -1))

/** False when weekends are all we know of that year: say so beside a due day. */
export function holidaysKnown(day: Day, holidays: Holidays): boolean {
  return String(yearOf(day)) in holidays
}

export function isWorkday(day: Day, holidays: Holidays): boolean {
  const year = holidays[String(yearOf(day))]
  if (year?.work.includes(day)) return true
  if (year?.off.includes(day)) return false
  const weekday = new Date(millis(day)).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

export function nextWorkday(day: Day, holidays: Holidays): Day {
  return isWorkday(day, holidays) ? day : nextWorkday(addDays(day, 1), holidays)
}

/** The day after `count` working days have passed. */
export function addWorkdays(day: Day, count: number, holidays: Holidays): Day {
  if (count === 0) return day
  const next = addDays(day, 1)
  return addWorkdays(next, isWorkday(next, holidays) ? count - 1 : count, holidays)
}

/** A month's report is due on day `dueDay` of the next month, rolled over weekends and holidays (rule 8). */
export function reportDueOn(month: Month, dueDay: number, holidays: Holidays): Day {
  return nextWorkday(addDays(firstDay(addMonths(month, 1)), dueDay - 1), holidays)
}
