import type { DifferenceItem } from '../../../db/queries/differences'
import type { Messages } from '../../../domain/messages'
import { yuanPerWan } from '../../../domain/money'
import { type SeenValue, valueSeen } from '../../../domain/visit-compare'
import { personWords } from '../../_components/seen-marks'
import { figureUnit, figureWords, seenWords } from '../../_components/seen-words'
import { dayColumn, eitherColumn, monthColumn, type SheetColumn, wordsColumn } from '../../_lib/sheet-columns'

type Row = DifferenceItem

/** Reported, approved and seen side by side: figures as figures, the rest in words; what was decided, by whom and why. */
export function differenceColumns(t: Messages): SheetColumn<Row>[] {
  const words = t.seen
  const { fields, sheets } = t.exports
  return [
    wordsColumn(words.differences.state, 12, (row) => t.labels.differenceStates[row.state]),
    wordsColumn(fields.code, 10, (row) => row.code),
    wordsColumn(sheets.work, 30, (row) => row.work),
    wordsColumn(fields.ownerName, 24, (row) => row.owner),
    wordsColumn(sheets.figure, 20, (row) => [figureWords(lookOf(row), t), row.name].filter(Boolean).join(' ')),
    wordsColumn(t.exports.unit, 8, (row) => (row.line.figure === 'percent' ? '%' : (figureUnit(lookOf(row), t) ?? row.unit))),
    monthColumn(t.outlook.month, (row) => row.month),
    eitherColumn(words.reported, 14, (row) => cellOf(row, row.line.reported, t)),
    eitherColumn(words.approved, 14, (row) => cellOf(row, row.line.approved, t)),
    eitherColumn(words.seen, 14, (row) => cellOf(row, valueSeen(row.line), t)),
    wordsColumn(words.why, 30, (row) => row.line.why),
    dayColumn(sheets.seenOn, (row) => row.visitedOn),
    wordsColumn(sheets.seenBy, 20, (row) => personWords(row.inspector, t)),
    dayColumn(sheets.decidedOn, (row) => row.decided?.on ?? null),
    wordsColumn(sheets.decidedBy, 20, (row) => (row.decided === null ? null : personWords(row.decided.by, t))),
    wordsColumn(words.differences.reason, 30, (row) => row.decided?.reason ?? null),
  ]
}

const lookOf = ({ line: { figure }, name, unit }: Row) => ({ figure, name, unit })

const cellOf = (row: Row, value: SeenValue, t: Messages): number | string | null =>
  typeof value === 'number' ? (row.line.figure === 'investment' ? value / yuanPerWan : value) : seenWords(value, lookOf(row), t)
