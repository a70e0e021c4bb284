import { baseFigure, type Direction, directionOf, meets, type Pace, paceOf } from './indicator'
import { readValue } from './indicator-value'

export const standings = ['unknown', 'met', 'not-met', 'on-line', 'behind-line', 'not-judged'] as const
export type Standing = (typeof standings)[number]

/** `expected` = where a straight line from base to target stands in that year; `share` = how much of the way is done, `time` = how much of the time is over, both in percent. */
export type Progress = {
  standing: Standing
  direction: Direction
  pace: Pace
  expected: number | null
  share: number | null
  time: number | null
}

export type Period = { base: number; end: number }
type Asked = { name: string; base: string | null; target: string | null; year: number; value: string | null; period: Period }

const rounded = (value: number): number => Math.round(value * 100) / 100

/** A year's value against the line and against time; what cannot be judged says so, and what is unknown is never nothing. */
export function progressOf({ name, base, target, year, value, period }: Asked): Progress {
  const direction = directionOf(target, base)
  const pace = paceOf(name, target, base)
  const time = Math.min(100, Math.max(0, Math.round(((year - period.base) / (period.end - period.base)) * 100)))
  const goal = target === null ? null : readValue(target).figure
  const start = pace === 'sum' ? 0 : pace === 'line' ? baseFigure(base) : null
  const expected = goal === null || start === null ? null : rounded(start + ((goal - start) * time) / 100)
  const told = { direction, pace, time, expected, share: null }
  if (value === null) return { ...told, standing: 'unknown' }
  const figure = readValue(value).figure
  if (goal === null || figure === null) return { ...told, standing: 'not-judged' }
  const share = start === null || goal === start ? null : Math.round(((figure - start) / (goal - start)) * 100)
  return { ...told, share, standing: standingOf({ figure, goal, expected, direction, pace, last: year >= period.end }) }
}

type Judged = { figure: number; goal: number; expected: number | null; direction: Direction; pace: Pace; last: boolean }

function standingOf({ figure, goal, expected, direction, pace, last }: Judged): Standing {
  if (meets(figure, goal, direction)) return 'met'
  if (last || pace === 'hold' || pace === 'rate') return 'not-met'
  if (expected === null) return 'not-judged'
  return meets(figure, expected, direction) ? 'on-line' : 'behind-line'
}
