import type { Day, Month } from '../calendar'
import type { Params } from '../errors'
import type { imports } from '../messages/zh/imports'
import type { LedgerField } from './fields'

/** Why a file cannot be taken, and why a cell cannot: texts in `messages/imports`, `file` and `cell`. */
export type FileCode = keyof typeof imports.file
export type CellCode = keyof typeof imports.cell

/** Rows and columns are counted from 1, as the file shows them. */
export type Area = { fromRow: number; toRow: number; fromColumn: number; toColumn: number }

/**
 * One cell as the file has it. `text` as shown; `number` and `day` where the file stores one.
 * `merged` = the area it is joined into: every cell of that area carries the words of its first.
 * `broken` = it can be named but not read (a formula without a stored value, #REF!).
 */
export type RawCell = {
  column: number
  text: string
  number: number | null
  day: Day | null
  formula: boolean
  merged?: Area
  broken?: CellCode
}
export type RawRow = { row: number; hidden: boolean; cells: readonly RawCell[] }
export type RawSheet = {
  name: string
  hidden: boolean
  /** Read front to back; each call to the iterator starts again. */
  rows: AsyncIterable<RawRow> | Iterable<RawRow>
  hiddenColumns: ReadonlySet<number>
}

export type LedgerUnit = 'yuan' | 'wan' | 'yi'

/** `sure` = the head says it in so many words; otherwise a person looks at it. `year` of heads such as 2025年计划投资. */
export type ColumnGuess = { field: LedgerField; sure: boolean; year: number | null }
/** `head` = a head of two rows joined by a space: 投资 总投资. */
export type LedgerColumn = {
  column: number
  letter: string
  head: string
  unit: LedgerUnit | null
  hidden: boolean
  guess: ColumnGuess | null
}
export type LedgerCell = { text: string; formula: boolean; raw: RawCell }
/** Only `data` is read into the library; the others are shown as passed over, and why. `section` = 一、工业项目, `head` = the head again. */
export type LedgerRowKind = 'data' | 'total' | 'section' | 'head' | 'note' | 'blank'
export type LedgerRow = {
  row: number
  hidden: boolean
  kind: LedgerRowKind
  /** The section a data row stands under, as written. */
  section: string | null
  cells: Readonly<Record<number, LedgerCell>>
}
export type LedgerSheet = {
  sheet: string
  hidden: boolean
  /** Rows of the head; null when no head was found. */
  headRows: [from: number, to: number] | null
  /** The lines above the head: 2025年衡东县重点项目调度表. */
  titles: readonly string[]
  /** The unit said once for the whole table (单位：万元). */
  unit: LedgerUnit | null
  /** The year and month the titles or the hints speak of. */
  year: number | null
  month: Month | null
  columns: readonly LedgerColumn[]
  rows: readonly LedgerRow[]
}
/** What the person says of the file: wins over what the titles say. */
export type LedgerHints = { year?: number | null; headRow?: number | null }

export type CellFlag =
  | 'approximate'
  | 'formula'
  | 'full-width'
  | 'from-text-date'
  | 'from-serial'
  | 'own-unit'
  | 'rounded'
  | 'negative'
  | 'line-break'
  | 'merged'
  | 'only-years'
  | 'year-from-head'
  | 'said-none'

/** 2025.06–2026.12; the years stand alone when no months are given. */
export type BuildPeriod = { startMonth: Month | null; finishMonth: Month | null; startYear: number; finishYear: number | null }
export type LedgerValue = string | number | BuildPeriod | null
/** A value (null = the cell says that it is not known) and what to look at, or why not. */
export type CellReading = { value: LedgerValue; flags: readonly CellFlag[] } | { refused: CellCode; params?: Params }
