import type { Day, Month } from '../../domain/calendar'
import { fill, type Messages } from '../../domain/messages'
import { atLeast, formatYi, type Total, yuanPerWan, yuanPerYi } from '../../domain/money'
import { paperText } from '../../domain/official-document'

/** A column of a list as a spreadsheet has it: every kind is a cell of its own kind, and the head names the unit. `per` = how many 元 one of the unit is. */
export type SheetColumn<Row> = { head: string; unit?: string; width: number } & (
  | { kind: 'words'; cell: (row: Row) => string | null }
  | { kind: 'number'; cell: (row: Row) => number | null }
  /** Figures in some rows, words in others: each cell is what it holds. */
  | { kind: 'either'; cell: (row: Row) => number | string | null }
  | { kind: 'money'; per: number; cell: (row: Row) => number | null }
  | { kind: 'day'; cell: (row: Row) => Day | null }
  | { kind: 'month'; cell: (row: Row) => Month | null }
)

export type SheetCell =
  | { kind: 'words' | 'day' | 'month'; text: string }
  | { kind: 'number' | 'money' | 'yuan'; number: number }
  /** Not known: the cell stays empty, never 0. */
  | null

export function sheetCell<Row>(column: SheetColumn<Row>, row: Row): SheetCell {
  if (column.kind === 'words') return wordsCell(column.cell(row))
  if (column.kind === 'either') {
    const either = column.cell(row)
    return typeof either === 'number' ? { kind: 'number', number: either } : wordsCell(either)
  }
  if (column.kind === 'day' || column.kind === 'month') {
    const text = column.cell(row)
    return text === null ? null : { kind: column.kind, text }
  }
  const number = column.cell(row)
  if (number === null) return null
  if (column.kind === 'number') return { kind: 'number', number }
  return { kind: column.per === 1 ? 'yuan' : 'money', number: number / column.per }
}

const wordsCell = (words: string | null): SheetCell => (words === null || words === '' ? null : { kind: 'words', text: guarded(words) })

export const headOf = ({ head, unit }: { head: string; unit?: string }): string => (unit ? `${head}（${unit}）` : head)

/** Words are what XML can carry and never a formula, also when the file is saved as CSV and opened again. */
export function guarded(typed: string): string {
  const words = paperText(typed)
  return /^[=+\-@\t\n]/.test(words) ? `'${words}` : words
}

type Words<Row> = (row: Row) => string | null
type Figure<Row> = (row: Row) => number | null

export const wordsColumn = <Row>(head: string, width: number, cell: Words<Row>): SheetColumn<Row> => ({ head, width, kind: 'words', cell })
export const dayColumn = <Row>(head: string, cell: (row: Row) => Day | null): SheetColumn<Row> => ({ head, width: 12, kind: 'day', cell })
export const monthColumn = <Row>(head: string, cell: (row: Row) => Month | null): SheetColumn<Row> => ({
  ...{ head, width: 10, kind: 'month', cell },
})
export const numberColumn = <Row>(head: string, unit: string | null, cell: Figure<Row>): SheetColumn<Row> => ({
  ...{ head, width: 10, kind: 'number', cell },
  ...(unit === null ? {} : { unit }),
})
export const wanColumn = <Row>(head: string, t: Messages, cell: Figure<Row>): SheetColumn<Row> => ({
  ...{ head, unit: t.common.wan, width: 14, kind: 'money', per: yuanPerWan, cell },
})
export const eitherColumn = <Row>(head: string, width: number, cell: (row: Row) => number | string | null): SheetColumn<Row> => ({
  ...{ head, width, kind: 'either', cell },
})
export const yiColumn = <Row>(head: string, t: Messages, cell: Figure<Row>): SheetColumn<Row> => ({
  ...{ head, unit: t.common.yi, width: 14, kind: 'money', per: yuanPerYi, cell },
})

/** A sum as two cells: the figure, and beside it of how many it is (and that it is at least that much). */
export const totalColumns = <Row>(head: string, t: Messages, total: (row: Row) => Total | null, partial?: (row: Row) => boolean) => [
  yiColumn<Row>(head, t, (row) => total(row)?.yuan ?? null),
  wordsColumn<Row>(fill(t.exports.coverageOf, { head }), 16, (row) => {
    const sum = total(row)
    if (sum === null) return null
    const bound = sum.yuan !== null && (sum.unknown > 0 || partial?.(row) === true)
    return `${bound ? '≥ ' : ''}${fill(t.common.coverage, { known: sum.known, all: sum.known + sum.unknown })}`
  }),
]

/** “总投资 ≥ 14.83 亿元（4/12 项已知）” for the block above the head. */
export const totalLine = (head: string, total: Total, t: Messages): string =>
  fill(t.exports.total, {
    head,
    sum: atLeast(total, formatYi),
    unit: t.common.yi,
    coverage: fill(t.common.coverage, { known: total.known, all: total.known + total.unknown }),
  })
