import { readValue } from './indicator-value'
import type { Contradiction, PlanIndicator } from './plan'

/** What the plan says of an indicator's goal: its own table, or a statement elsewhere that the register holds against it. */
export type Statement = { key: string; text: string; line: number; table: boolean }
export type TargetChoice = { statement: string; value: string; reason: string }
export type IndicatorTarget = { text: string; statement: string; chosen: boolean }

export const directions = ['higher', 'lower', 'none'] as const
export type Direction = (typeof directions)[number]

/**
 * How it is followed: a `line` from the base to the target, a `sum` from nothing to the target, a `rate` that every year is held against,
 * a state to `hold` (the base already is what the target asks for), or `none` where the plan gives too little.
 */
export const paces = ['line', 'sum', 'rate', 'hold', 'none'] as const
export type Pace = (typeof paces)[number]

/** The table of indicators ends here: what follows are its notes. */
export const tableEnd = 638

/** Entries of the register that touch the lines of an indicator's row. */
export function contradictionsOf(no: string, all: readonly PlanIndicator[], register: readonly Contradiction[]): Contradiction[] {
  const at = all.findIndex((row) => row.no === no)
  const from = all[at]?.clause.line
  if (from === undefined) return []
  const until = all[at + 1]?.clause.line ?? tableEnd + 1
  const inRow = (line: number | undefined) => line !== undefined && line >= from && line < until
  return register.filter(({ a, b }) => inRow(a.line) || inRow(b?.line))
}

/** Both sides of every contradiction, the table first; the same line is said once. */
export function statementsOf({ target2025, clause }: PlanIndicator, contradictions: readonly Contradiction[]): Statement[] {
  const table: Statement[] = target2025 ? [{ key: 'table', text: target2025.text, line: clause.line, table: true }] : []
  const others = contradictions.flatMap(({ code, a, b }) => [
    { key: `${code}a`, ...a, table: false },
    ...(b ? [{ key: `${code}b`, ...b, table: false }] : []),
  ])
  const seen = new Set<string>()
  return [...table, ...others].filter(({ line, text, table: own }) => {
    const key = own ? 'table' : `${line} ${text}`
    return seen.has(key) ? false : seen.add(key)
  })
}

export function targetOf({ target2025 }: PlanIndicator, choice: TargetChoice | null): IndicatorTarget | null {
  if (choice) return { text: choice.value, statement: choice.statement, chosen: true }
  return target2025 ? { text: target2025.value, statement: 'table', chosen: false } : null
}

const isRate = (name: string): boolean => /增速|增长率/.test(name)

/** By the words of target and base alone; nobody's opinion enters. */
export function directionOf(target: string | null, base: string | null): Direction {
  const [goal, start] = [target === null ? null : readValue(target), base === null ? null : readValue(base)]
  if (!goal || goal.figure === null) return 'none'
  if (goal.bound) return goal.bound === 'most' ? 'lower' : 'higher'
  return start?.figure != null && !goal.sum && goal.figure < start.figure ? 'lower' : 'higher'
}

/** A base counts as a figure only where it is the same thing as the target: not a mean, another rate or a bound. */
export function baseFigure(base: string | null): number | null {
  const read = base === null ? null : readValue(base)
  return read && read.figure !== null && read.bound === null && !read.sum && (read.note === null || read.note === '预计')
    ? read.figure
    : null
}

export function paceOf(name: string, target: string | null, base: string | null): Pace {
  const goal = target === null ? null : readValue(target)
  if (!goal || goal.figure === null) return 'none'
  if (goal.sum) return 'sum'
  if (isRate(name)) return 'rate'
  const start = baseFigure(base)
  if (start === null) return 'none'
  return meets(start, goal.figure, directionOf(target, base)) ? 'hold' : 'line'
}

export const meets = (value: number, goal: number, direction: Direction): boolean => (direction === 'lower' ? value <= goal : value >= goal)
