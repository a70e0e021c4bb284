import { type Figure, type FigureName, figureUnits, type Span } from './bulletin'
import { type Day, lastDay, type Month, monthNumber, type Quarter, quarterEnd, yearOf } from './calendar'
import { fill } from './fill'
import { bulletins as words } from './messages/zh/bulletins'
import { formatYi } from './money'
import { paperDate } from './official-document'

/** How figures are written, on paper and beside it: unknown is “—”, a partial sum carries ≥, money is 亿元. */
export function figureText(name: FigureName, figure: Pick<Figure, 'value' | 'atLeast'>): string {
  const { value, atLeast } = figure
  if (value === null) return '—'
  const unit = figureUnits[name]
  const text = unit === 'yuan' ? formatYi(value) : unit === 'percent' || unit === 'points' ? oneDecimal(value) : String(value)
  return atLeast ? `≥${text}` : text
}

export const oneDecimal = (value: number | null): string => (value === null ? '—' : value.toFixed(1))

/** A gap with its sign, behind is minus; unknown is “—”. */
export const signed = (gap: number | null): string => (gap !== null && gap > 0 ? `+${oneDecimal(gap)}` : oneDecimal(gap))

/** 高于 / 低于 / 持平: the words a bulletin uses of a gap. */
export function gapWords(gap: number): string {
  if (gap === 0) return '与序时进度持平'
  return `${gap < 0 ? '低于' : '高于'}序时进度${oneDecimal(Math.abs(gap))}个百分点`
}

export const monthWords = (month: Month): string => `${yearOf(month)}年${monthNumber(month)}月`
export const spanWords = ({ from, to }: Span): string => (from === to ? monthWords(to) : `${monthWords(from)}至${monthWords(to)}`)
const quarterNames = ['一', '二', '三', '四']
export const quarterWords = (quarter: Quarter): string => `${yearOf(quarter)}年第${quarterNames[Number(quarter.slice(5)) - 1]}季度`
export const quarterEndWords = (quarter: Quarter): string => paperDate(lastDay(quarterEnd(quarter)) as Day)

/** The account of a figure in one Chinese sentence, as it stands on the paper. */
export function accountWords(name: FigureName, { known, all, months }: Figure): string {
  const coverage = known < all ? fill(words.accountKnown, { known, all }) : fill(words.accountAll, { all })
  const through = months ? fill(words.accountMonths, { months: spanWords(months) }) : ''
  return `${words.figures[name]}${words.colon}${words.sources[name]}${coverage}${through}`
}
