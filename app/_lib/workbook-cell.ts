import { isDay } from '../../domain/calendar'
import { serialDay } from '../../domain/ledger/month'
import { numberText, seen } from '../../domain/ledger/plain'
import type { RawCell } from '../../domain/ledger/shapes'
import { cannotRead } from '../../domain/ledger/unreadable'
import type { Shown } from './workbook-styles'
import { shownPlain } from './workbook-styles'

/** A cell as the sheet stores it: its type, the number of its style, its value and whether a formula gave it. */
export type Stored = { column: number; type: string; style: number; value: string | null; inline: string; formula: boolean }
export type CellBook = { strings: readonly string[]; styles: readonly Shown[]; from1904: boolean; where: string }

const textual = (column: number, text: string, formula: boolean): RawCell => ({ column, text, number: null, day: null, formula })

export function rawCell(stored: Stored, book: CellBook): RawCell {
  const { column, type, value, inline, formula } = stored
  if (type === 'inlineStr') return textual(column, seen(inline), formula)
  if (value === null || (value === '' && type !== 'str')) {
    return formula ? { ...textual(column, '', true), broken: 'formula-without-value' } : textual(column, '', false)
  }
  if (type === 's') return textual(column, sharedText(value, book), formula)
  if (type === 'str') return textual(column, seen(value), formula)
  if (type === 'e') return { ...textual(column, value, formula), broken: 'error-value' }
  if (type === 'b') return textual(column, value === '1' ? '是' : '否', formula)
  if (type === 'd')
    return isDay(value.slice(0, 10))
      ? { ...textual(column, value.slice(0, 10), formula), day: value.slice(0, 10) }
      : textual(column, value, formula)
  return numberCell(stored, value, book)
}

function sharedText(value: string, { strings, where }: CellBook): string {
  const text = /^\d{1,9}$/.test(value) ? strings[Number(value)] : undefined
  return text === undefined ? cannotRead('file-damaged', { where }) : seen(text)
}

function numberCell({ column, style, formula }: Stored, value: string, { styles, from1904 }: CellBook): RawCell {
  const number = Number(value)
  if (!Number.isFinite(number) || value.trim() === '') return textual(column, value, formula)
  const { kind, decimals } = styles[style] ?? shownPlain()
  const day = kind === 'day' || kind === 'month' ? serialDay(number, from1904) : null
  if (day !== null && kind === 'day') return { column, text: day, number: null, day, formula }
  // Shown without a day, it was typed without one: the first of the month is the spreadsheet's own.
  if (day !== null) return { column, text: day.slice(0, 7), number: null, day: null, formula }
  return { column, text: shownNumber(number, kind, decimals), number, day: null, formula }
}

function shownNumber(number: number, kind: Shown['kind'], decimals: number | null): string {
  if (kind === 'percent') return `${numberText(number * 100)}%`
  const all = numberText(number)
  // Only zeros at the end are added (2025.10): nothing that is stored is rounded away.
  const digits = all.split('.')[1]?.length ?? 0
  return decimals !== null && decimals > digits && !all.includes('e') ? number.toFixed(decimals) : all
}
