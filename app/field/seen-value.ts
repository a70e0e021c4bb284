import { isDay } from '../../domain/calendar'
import type { FieldFigure, FieldSaid } from '../../domain/field-package'
import { formatWan, yuanFromWan } from '../../domain/money'
import type { SeenFigure } from '../../domain/visit'

/** What a figure is made of: that decides the control it is typed in and how it is said. */
export type SeenKind = 'stage' | 'text' | 'percent' | 'money' | 'number' | 'count' | 'milestone'

const kinds: Record<string, SeenKind> = {
  stage: 'stage',
  step: 'text',
  percent: 'percent',
  investment: 'money',
  quantity: 'number',
  people: 'count',
  machines: 'count',
}

export const kindOf = (figure: SeenFigure): SeenKind => kinds[figure] ?? 'milestone'

/** A milestone that was not met is seen as an empty day: typed so, because an empty box means that nothing was typed. */
export const notMet = 'not-met'

/** What was typed, as the item says it (money in 元); undefined when it is no such figure. */
export function seenValue(figure: SeenFigure, typed: string): string | number | undefined {
  const text = typed.normalize('NFKC').trim()
  const kind = kindOf(figure)
  if (kind === 'milestone') return text === notMet ? '' : isDay(text) ? text : undefined
  if (text === '') return undefined
  if (kind === 'stage') return text
  if (kind === 'text') return typed.trim()
  if (kind === 'money') return yuanFromWan(text) ?? undefined
  return plainNumber(text, kind)
}

function plainNumber(text: string, kind: SeenKind): number | undefined {
  const plain = text.replace(/[,\s]/g, '')
  if (!(kind === 'count' ? /^\d{1,6}$/ : /^\d{1,12}(\.\d{1,4})?$/).test(plain)) return undefined
  const value = Number(plain)
  return kind === 'percent' && value > 100 ? undefined : value
}

/** The value alone, for the item: both sides of the comparison stand together for good. */
export const saidValue = (said: FieldSaid | null): string | number | null => said?.value ?? null

/** Whether anything was said that what is seen could agree with. */
export const isTold = ({ reported, approved }: Pick<FieldFigure, 'reported' | 'approved'>): boolean =>
  saidValue(reported) !== null || saidValue(approved) !== null

type Words = { stages: Record<string, string>; met: string; notMet: string; unknown: string }

/** As a person reads it: money in 万元, an unknown one never 0. */
export function valueWords({ figure, unit }: Pick<FieldFigure, 'figure' | 'unit'>, value: string | number | null, words: Words): string {
  if (value === null) return words.unknown
  const kind = kindOf(figure)
  if (kind === 'milestone') return value === '' ? words.notMet : words.met.replace('{day}', String(value))
  if (kind === 'stage') return words.stages[String(value)] ?? String(value)
  if (kind === 'money') return typeof value === 'number' ? formatWan(value) : value
  if (kind === 'percent') return `${value}%`
  return unit ? `${value} ${unit}` : String(value)
}
