import type { FigureNames } from '../../db/queries/visit-lines'
import { figureKind } from '../../domain/difference'
import { fill, type Messages } from '../../domain/messages'
import { formatWan } from '../../domain/money'
import type { Stage } from '../../domain/project'
import type { SeenFigure } from '../../domain/visit'
import { milestoneIdOf, type SeenValue } from '../../domain/visit-compare'

/** Name and unit of one figure, as far as messages do not know them. */
export type FigureLook = { figure: SeenFigure; name: string | null; unit: string | null }

export function lookOf(figure: SeenFigure, names: FigureNames): FigureLook {
  const milestone = milestoneIdOf(figure)
  return { figure, name: milestone === null ? null : (names.milestones[milestone] ?? null), unit: names.unit }
}

export const figureWords = ({ figure }: FigureLook, { labels }: Messages): string => labels.seenFigures[figureKind(figure)]

/** What stands small behind a figure's name. */
export const figureUnit = ({ figure }: FigureLook, t: Messages): string | null => (figure === 'investment' ? t.common.wan : null)

/** null = not known: the cell says why. */
export function seenWords(value: SeenValue, { figure, unit }: FigureLook, t: Messages): string | null {
  if (value === null) return null
  if (milestoneIdOf(figure) !== null) return value === '' ? t.seen.notMet : fill(t.seen.metOn, { day: value })
  if (figure === 'stage') return t.labels.stages[value as Stage] ?? String(value)
  if (typeof value === 'string') return value
  if (figure === 'percent') return `${value}%`
  if (figure === 'investment') return formatWan(value)
  if (figure === 'people') return fill(t.seen.people, { count: value })
  if (figure === 'machines') return fill(t.seen.machines, { count: value })
  return unit === null ? String(value) : fill(t.seen.counted, { count: value, unit })
}
