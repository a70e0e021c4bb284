import { addDays, type Day, daysBetween, firstDay, type Month, monthOf, monthsFrom, yearOf } from '../calendar'
import { scale } from './scale'

/** What a bar is drawn from: the first date where it is another, the date in force, and where it ends now. */
export type SlipBar = { originalOn: Day | null; baselineOn: Day; endOn: Day }

export const slipSheet = { width: 760, left: 8, right: 24, top: 34, row: 46, bottom: 12 } as const
export type DrawnBar = { y: number; original: number | null; from: number; to: number }
export type SlipDrawing = {
  height: number
  today: number
  ticks: { text: string; x: number }[]
  bars: DrawnBar[]
}

/** Every bar on one scale of days, from the first date of all to the last end; today stands on it. */
export function drawSlips(bars: readonly SlipBar[], today: Day): SlipDrawing {
  const days = [today, ...bars.flatMap(({ originalOn, baselineOn, endOn }) => [originalOn ?? baselineOn, baselineOn, endOn])].sort()
  const from = firstDay(monthOf(days[0] ?? today))
  const to = addDays(days.at(-1) ?? today, 15)
  const place = scale(0, daysBetween(from, to), slipSheet.left, slipSheet.width - slipSheet.right)
  const x = (day: Day) => place(daysBetween(from, day))
  return {
    height: slipSheet.top + bars.length * slipSheet.row + slipSheet.bottom,
    today: x(today),
    ticks: ticksOf(monthOf(from), monthOf(to)).map(({ month, text }) => ({ text, x: x(month < monthOf(from) ? from : firstDay(month)) })),
    bars: bars.map(({ originalOn, baselineOn, endOn }, at) => ({
      y: slipSheet.top + at * slipSheet.row,
      original: originalOn === null || originalOn === baselineOn ? null : x(originalOn),
      from: x(baselineOn),
      to: x(endOn),
    })),
  }
}

const mostTicks = 9

/** Months while they fit, then quarters, half years, years. */
function ticksOf(from: Month, to: Month): { month: Month; text: string }[] {
  const months = monthsFrom(from, to)
  const step = [1, 3, 6, 12, 24].find((one) => months.length / one <= mostTicks) ?? 24
  return months
    .filter((month) => ((yearOf(month) % 2) * 12 + Number(month.slice(5)) - 1) % step === 0)
    .map((month) => ({ month, text: step >= 12 ? month.slice(0, 4) : month }))
}
