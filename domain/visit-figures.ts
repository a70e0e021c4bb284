import { isDay } from './calendar'
import type { Issue, Params, RefusalCode } from './errors'
import type { SeenFigureRecord } from './field-items'

type Wrong = { of: 'figure' | 'value' | 'why'; code: RefusalCode; params?: Params }

/** What does not fit together in the figures of a visit; nothing is taken as zero because it was left out. */
export function figureIssues(figures: readonly SeenFigureRecord[]): Issue[] {
  const names = figures.map(({ figure }) => figure)
  return figures.flatMap((record, at) => {
    const wrong: Wrong | null = names.indexOf(record.figure) < at ? { of: 'figure', code: 'malformed' } : wrongOf(record)
    if (!wrong) return []
    const { of, code, params } = wrong
    return [{ field: `figures.${record.figure}.${of}`, code, ...(params ? { params } : {}) }]
  })
}

function wrongOf({ figure, result, value, why }: SeenFigureRecord): Wrong | null {
  if (result === 'unchecked') return why ? null : { of: 'why', code: 'needs-reason' }
  if (value === null) return result === 'agrees' ? null : { of: 'value', code: 'required' }
  const wrong = wrongValue(figure, value)
  return wrong && { of: 'value', ...wrong }
}

const words = ['stage', 'step']

function wrongValue(figure: string, value: string | number): Omit<Wrong, 'of'> | null {
  if (words.includes(figure)) return typeof value === 'string' && value !== '' ? null : { code: 'required' }
  if (figure.startsWith('milestone:')) return value === '' || (typeof value === 'string' && isDay(value)) ? null : { code: 'not-a-day' }
  if (typeof value !== 'number') return { code: 'not-a-number' }
  if (value < 0) return { code: 'not-positive' }
  return figure === 'percent' && value > 100 ? { code: 'too-large', params: { max: 100 } } : null
}
