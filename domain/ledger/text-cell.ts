import { seen } from './plain'
import type { RawCell } from './shapes'

/** A cell of a file that knows only text. What looks like a plain number was one before it was written down. */
export function textCell(column: number, typed: string): RawCell {
  const text = seen(/^="([^"]*)"$/.exec(typed.trim())?.[1] ?? typed)
  const number = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,12})?$/.test(text) ? Number(text) : null
  const cell = { column, text, number, day: null, formula: false }
  return /^=[A-Za-z(]/.test(text) ? { ...cell, formula: true, broken: 'formula-without-value' } : cell
}
