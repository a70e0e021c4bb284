import { cutTo } from '../printable'
import { readAmount } from './amount'
import { readChoice } from './choices'
import { isChoiceField, isMoneyField, type LedgerField, moneyFields } from './fields'
import { readDay, readMonth } from './month'
import { readPercent } from './percent'
import { readPeriod } from './period'
import { saysUnknown } from './plain'
import type { CellCode, CellFlag, CellReading, LedgerCell, LedgerUnit, RawCell } from './shapes'
import { readCode, readNationalCode, readWords } from './words'

/** No figure, month or period is longer in any writing; a story in its place is not searched for one. */
const longestFigure = 60
const notAFigure: Partial<Record<LedgerField, CellCode>> = {
  ...Object.fromEntries(moneyFields.map((field) => [field, 'not-an-amount'])),
  startMonth: 'not-a-month',
  finishMonth: 'not-a-month',
  completedOn: 'not-a-day',
  period: 'not-a-period',
  percent: 'not-a-percent',
}

/**
 * One cell as a value of the library, or why it is not one. `unit` of its head; `year` of its head or title, for 6月.
 * An unknown (empty, /, —, 无) is null, never zero.
 */
export function readCell(field: LedgerField, cell: LedgerCell | null, unit: LedgerUnit | null, year: number | null = null): CellReading {
  if (cell === null) return { value: null, flags: [] }
  const reading = wholeReading(field, cell.raw, unit, year)
  // A sentence quotes the beginning of what it cannot read.
  if (!('refused' in reading) || typeof reading.params?.text !== 'string') return reading
  return { refused: reading.refused, params: { ...reading.params, text: cutTo(reading.params.text, longestFigure) } }
}

function wholeReading(field: LedgerField, raw: RawCell, unit: LedgerUnit | null, year: number | null): CellReading {
  if (raw.broken) return { refused: raw.broken, params: { text: raw.text } }
  if (isFigureOfSeveral(field, raw)) return { refused: 'merged', params: { from: raw.merged.fromRow, to: raw.merged.toRow } }
  const story = raw.text.length > longestFigure ? notAFigure[field] : undefined
  return story ? { refused: story, params: { text: raw.text } } : marked(readingOf(field, raw, unit, year), raw)
}

/** A figure written once for several rows belongs to none of them alone. */
function isFigureOfSeveral(field: LedgerField, raw: RawCell): raw is RawCell & { merged: NonNullable<RawCell['merged']> } {
  const shared = raw.merged !== undefined && raw.merged.toRow > raw.merged.fromRow
  return shared && (isMoneyField(field) || field === 'percent') && !(raw.number === null && saysUnknown(raw.text))
}

function readingOf(field: LedgerField, raw: RawCell, unit: LedgerUnit | null, year: number | null): CellReading {
  if (isMoneyField(field)) return readAmount(raw, unit)
  if (isChoiceField(field)) return readChoice(field, raw)
  switch (field) {
    case 'code':
      return readCode(raw)
    case 'nationalCode':
      return readNationalCode(raw)
    case 'percent':
      return readPercent(raw)
    case 'startMonth':
    case 'finishMonth':
      return readMonth(raw, year)
    case 'completedOn':
      return readDay(raw, year)
    case 'period':
      return readPeriod(raw)
    default:
      return readWords(field, raw)
  }
}

function marked(reading: CellReading, raw: RawCell): CellReading {
  if ('refused' in reading) return reading
  const marks: CellFlag[] = [...(raw.formula ? (['formula'] as const) : []), ...(raw.merged ? (['merged'] as const) : [])]
  return marks.length === 0 ? reading : { value: reading.value, flags: [...reading.flags, ...marks] }
}
