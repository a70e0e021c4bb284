import { type Day, daysBetween, type Instant } from './calendar'
import type { Params } from './errors'

/** One whole decision, as data: before | reported | difference | check. Texts are named in messages `reviews`; pages put them into words. */
export type Value =
  | { as: 'wan' | 'percent' | 'number'; value: number | null }
  | { as: 'day' | 'month' | 'words'; value: string | null }
  | { as: 'condition' | 'construction' | 'stage' | 'curve'; value: string | null }

/** `days` late is positive. */
export type Change = { as: 'wan' | 'points' | 'number' | 'days'; value: number }
export type Check = { code: string; params: Params; odd: boolean }

/** `name` = a label that is data (a milestone's name, a unit of quantity) beside the one of the field. */
export type DecisionLine = {
  field: string
  name: string | null
  before: Value | null
  now: Value
  change: Change | null
  checks: Check[]
}

export type Effect = { code: string; params: Params }

export const wan = (value: number | null): Value => ({ as: 'wan', value })
export const percent = (value: number | null): Value => ({ as: 'percent', value })
export const number = (value: number | null): Value => ({ as: 'number', value })
export const day = (value: Day | null): Value => ({ as: 'day', value })
export const month = (value: string | null): Value => ({ as: 'month', value })
export const words = (value: string | null): Value => ({ as: 'words', value })

export function line(field: string, before: Value | null, now: Value, more: Partial<DecisionLine> = {}): DecisionLine {
  return { field, name: null, before, now, change: null, checks: [], ...more }
}

/** A difference exists only between two known figures. */
export function difference(as: 'wan' | 'points' | 'number', before: number | null | undefined, now: number | null): Change | null {
  return before === null || before === undefined || now === null ? null : { as, value: now - before }
}

export function slip(before: Day | null | undefined, now: Day | null): Change | null {
  return before && now ? { as: 'days', value: daysBetween(before, now) } : null
}

export const check = (code: string, params: Params = {}): Check => ({ code, params, odd: false })
export const oddCheck = (code: string, params: Params = {}): Check => ({ code, params, odd: true })

export const isTold = ({ before, now }: DecisionLine): boolean => now.value !== null || (before !== null && before.value !== null)

/** An earlier submission about the same thing, and what became of it. */
export type EarlierTry = {
  id: number
  revision: number
  status: string
  submittedAt: Instant
  by: string
  decidedAt: Instant | null
  decidedBy: string | null
  reason: string | null
}
