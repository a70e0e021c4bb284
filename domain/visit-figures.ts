import { isDay } from './calendar'
import type { Issue, Params, RefusalCode } from './errors'
import type { SeenFigureRecord } from './field-items'
import { yuanPerWan } from './money'
import { hasVisible } from './printable'
import type { Stage } from './project'
import { valueTold } from './visit-compare'

type Part = 'figure' | 'reported' | 'approved' | 'result' | 'value' | 'why'
export type Wrong = { of: Part; code: RefusalCode; params?: Params }

/** A stage that can be seen: unknown is what could not be checked. */
const seen: Record<Exclude<Stage, 'unknown'>, true> = {
  ...{ reserve: true, preparatory: true, construction: true, completed: true, operation: true, paused: true, withdrawn: true },
}
export const seenStages = Object.keys(seen) as (keyof typeof seen)[]

/** Beyond these somebody has slipped by a digit or a unit. Money in 元, as much as a field in 万元 takes. */
const most: Record<string, number> = {
  ...{ percent: 100, investment: 999_999_999 * yuanPerWan, quantity: 999_999_999, people: 100_000, machines: 10_000 },
}
const isWords = (figure: string): boolean => figure === 'stage' || figure === 'step' || figure.startsWith('milestone:')
const whole = ['investment', 'people', 'machines']

/** People and machines are nobody's report: there is nothing to agree with. */
const isCount = (figure: string): boolean => figure === 'people' || figure === 'machines'

/** What does not fit together in the figures of a visit; nothing is taken as zero because it was left out. */
export function figureIssues(figures: readonly SeenFigureRecord[]): Issue[] {
  const names = figures.map(({ figure }) => figure)
  return figures.flatMap((record, at) => {
    const wrong: Wrong | null = names.indexOf(record.figure) < at ? { of: 'figure', code: 'malformed' } : wrongIn(record)
    if (!wrong) return []
    const { of, code, params } = wrong
    return [{ field: `figures.${record.figure}.${of}`, code, ...(params ? { params } : {}) }]
  })
}

/** The first thing that is wrong with one figure; the phone asks the same before it lets a visit end. */
export function wrongIn(record: SeenFigureRecord): Wrong | null {
  const { figure, result, value, why } = record
  const untold = (['reported', 'approved'] as const).find(
    (of) => record[of] !== null && isWords(figure) !== (typeof record[of] === 'string'),
  )
  if (untold) return { of: untold, code: 'malformed' }
  if (result === 'unchecked') return !why ? { of: 'why', code: 'needs-reason' } : value === null ? null : { of: 'value', code: 'malformed' }
  const told = isCount(figure) ? null : valueTold(record)
  if (result === 'seen' && told !== null) return { of: 'result', code: 'not-a-choice' }
  if (result !== 'seen' && told === null) return { of: 'result', code: isCount(figure) ? 'not-a-choice' : 'nothing-told' }
  if (result === 'agrees') return value === null || value === told ? null : { of: 'value', code: 'not-as-told' }
  if (value === null) return { of: 'value', code: 'required' }
  const wrong = wrongValue(figure, value)
  if (wrong) return { of: 'value', ...wrong }
  return value === told ? { of: 'value', code: 'same-as-told' } : null
}

function wrongValue(figure: string, value: string | number): Omit<Wrong, 'of'> | null {
  if (figure === 'stage') return seenStages.some((stage) => stage === value) ? null : { code: 'not-a-choice' }
  if (figure === 'step') return typeof value === 'string' && hasVisible(value) ? null : { code: 'required' }
  if (figure.startsWith('milestone:')) return value === '' || (typeof value === 'string' && isDay(value)) ? null : { code: 'not-a-day' }
  return typeof value === 'number' ? wrongNumber(figure, value) : { code: 'not-a-number' }
}

function wrongNumber(figure: string, value: number): Omit<Wrong, 'of'> | null {
  if (value < 0) return { code: 'not-positive' }
  if (whole.includes(figure) && !Number.isInteger(value)) return { code: 'not-whole' }
  const max = most[figure] ?? 0
  return value > max ? { code: 'too-large', params: { max: figure === 'investment' ? max / yuanPerWan : max } } : null
}
