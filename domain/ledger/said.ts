import type { Month } from '../calendar'
import { monthText } from './month'
import { plain } from './plain'
import type { LedgerUnit } from './shapes'

const units: Readonly<Record<string, LedgerUnit>> = { 亿元: 'yi', 亿: 'yi', 万元: 'wan', 万: 'wan', 元: 'yuan' }
const inBrackets = /\((?:单位:?)?(亿元|万元|元|亿|万)\)/
const atEnd = /(?:[/,:](亿元|万元|元|亿|万)|(亿元|万元))$/
/** 填报单位：元丰公司 names a firm, not a unit. */
const inNote = /单位:(?:人民币)?(亿元|万元|元)(?=$|[),、;/]|[\d一-龥]{2,}[:：]|\d)/

/** The unit of a head: 总投资（万元）, 投资额/亿元. */
export function unitOfHead(head: string): LedgerUnit | null {
  const text = plain(head)
  const [, bracketed] = inBrackets.exec(text) ?? []
  const [, slashed, ended] = atEnd.exec(text) ?? []
  return units[bracketed ?? slashed ?? ended ?? ''] ?? null
}

/** The unit said once above the table: 单位：万元. */
export function unitOfNote(text: string): LedgerUnit | null {
  const [, said = ''] = inNote.exec(plain(text)) ?? inBrackets.exec(plain(text)) ?? []
  return units[said] ?? null
}

const chinese = '〇一二三四五六七八九'
const yearPattern = /(20\d{2})(?:年|[./-](?=\d{1,2}))(?:(?:\d{1,2}月?[-–—~至到])?(\d{1,2})月?)?/

/** The year and the last month that a title speaks of: 2025年1—9月, 截至2025年9月底, 二〇二五年. */
export function timeOfTitle(title: string): { year: number | null; month: Month | null } {
  const text = plain(title).replace(/[〇○零一二三四五六七八九]{4}(?=年)/, (digits) =>
    [...digits].map((digit) => Math.max(0, chinese.indexOf(digit))).join(''),
  )
  const [, year, month] = yearPattern.exec(text) ?? []
  const number = Number(month)
  if (year === undefined) return { year: null, month: null }
  return { year: Number(year), month: number >= 1 && number <= 12 && /月|[./-]\d/.test(text) ? monthText(Number(year), number) : null }
}
