import { yearOf } from '../calendar'
import { isMoneyField } from './fields'
import { findHead, headTexts, headWithin, isCarriedOver, ownCells } from './head-rows'
import { guessHead } from './heads'
import { columnLetter, plain } from './plain'
import { chineseSerial, kindOf, type RowPlaces } from './row-kind'
import { timeOfTitle, unitOfHead, unitOfNote } from './said'
import type { LedgerCell, LedgerColumn, LedgerHints, LedgerRow, LedgerSheet, LedgerUnit, RawRow, RawSheet } from './shapes'

type Head = Pick<LedgerSheet, 'headRows' | 'titles' | 'unit' | 'year' | 'month' | 'columns'> & RowPlaces
type Open = { rows: LedgerRow[]; section: string | null; noted: boolean; used: Set<number> }

/** A sheet as a table: where its head is, what its columns may be, and what each row is. Reads it once, front to back. */
export async function readLedger(sheet: RawSheet, hints: LedgerHints = {}): Promise<LedgerSheet> {
  const first: RawRow[] = []
  let head: Head | null = null
  const open: Open = { rows: [], section: null, noted: false, used: new Set() }
  const within = Math.max(headWithin, hints.headRow ?? 0)
  for await (const raw of sheet.rows) {
    if (head !== null) add(open, raw, head)
    else if (first.push(raw) >= within) head = begin(open, first, sheet, hints)
  }
  head ??= begin(open, first, sheet, hints)
  const { headRows, titles, unit, year, month } = head
  const columns = withBare(head.columns, open.used, sheet.hiddenColumns)
  return { sheet: sheet.name, hidden: sheet.hidden, headRows, titles, unit, year, month, columns, rows: settled(open.rows, head) }
}

function begin(open: Open, first: readonly RawRow[], sheet: RawSheet, hints: LedgerHints): Head {
  const found = findHead(first, hints.headRow ?? null)
  const head = headOf(first, found, sheet, hints)
  for (const raw of first.slice(found === null ? 0 : found[1] + 1)) add(open, raw, head)
  return head
}

function headOf(first: readonly RawRow[], found: [number, number] | null, sheet: RawSheet, hints: LedgerHints): Head {
  const lines = found === null ? [] : first.slice(found[0], found[1] + 1)
  const above = found === null ? [] : first.slice(0, found[0]).flatMap((row) => ownCells(row).map(({ text }) => text.trim()))
  const times = [...above, sheet.name].map(timeOfTitle)
  const month = times.find((time) => time.month !== null)?.month ?? null
  const year = hints.year ?? (month === null ? null : yearOf(month)) ?? times.find((time) => time.year !== null)?.year ?? null
  const unit = above.map(unitOfNote).find((said) => said !== null) ?? null
  const columns = [...headTexts(lines)].map(([column, head]) => columnOf(column, head, unit, sheet.hiddenColumns))
  const [from, to] = [lines[0]?.row, lines.at(-1)?.row]
  return {
    headRows: from === undefined || to === undefined ? null : [from, to],
    titles: above,
    unit,
    year,
    month: month !== null && yearOf(month) === year ? month : null,
    columns,
    ...placesOf(columns, lines),
  }
}

function columnOf(column: number, head: string, unit: LedgerUnit | null, hidden: ReadonlySet<number>): LedgerColumn {
  const guess = guessHead(head)
  const inherits = guess === null || isMoneyField(guess.field)
  return {
    column,
    letter: columnLetter(column),
    head,
    unit: unitOfHead(head.split(' ').at(-1) ?? '') ?? unitOfHead(head) ?? unitInGroups(head) ?? (inherits ? unit : null),
    hidden: hidden.has(column),
    guess,
  }
}

/** 投资（万元） 总投资: the unit of the group is that of what it divides. */
const unitInGroups = (head: string): LedgerUnit | null =>
  head
    .split(' ')
    .map(unitOfHead)
    .find((said) => said !== null) ?? null

function placesOf(columns: readonly LedgerColumn[], lines: readonly RawRow[]): RowPlaces {
  const at = (field: string): number | null => columns.find(({ guess }) => guess?.field === field)?.column ?? null
  const heads = lines.map((line) => new Map(ownCells(line).map(({ column, text }) => [column, plain(text)])))
  return { serial: at('serial'), name: at('name'), heads }
}

function add(open: Open, raw: RawRow, head: Head): void {
  const kind = kindOf(raw, head)
  if (kind === 'blank') return
  // Below 注： the lines go on as notes until a row of the table comes again.
  const noted = open.noted && kind === 'section'
  if (kind === 'section' && !noted)
    open.section = ownCells(raw)
      .slice(0, 2)
      .map(({ text }) => text.trim())
      .join(' ')
  if (kind !== 'section') open.noted = kind === 'note'
  const cells: Record<number, LedgerCell> = {}
  for (const cell of raw.cells) {
    if ((cell.text === '' && !cell.formula) || isCarriedOver(cell)) continue
    cells[cell.column] = { text: cell.text, formula: cell.formula, raw: cell }
    if (kind === 'data') open.used.add(cell.column)
  }
  const section = kind === 'data' ? open.section : null
  open.rows.push({ row: raw.row, hidden: raw.hidden, kind: noted ? 'note' : kind, section, cells })
}

/** What only the whole table tells: lines after its last row are notes; where every 序号 is 一, 二, 三 these are the projects. */
function settled(rows: readonly LedgerRow[], { serial, name }: Head): LedgerRow[] {
  const serialOf = (row: LedgerRow): string => plain(serial === null ? '' : (row.cells[serial]?.text ?? ''))
  const counted = rows.some((row) => row.kind === 'data' && /^\d/.test(serialOf(row)))
  const isProject = (row: LedgerRow): boolean =>
    !counted && row.kind === 'section' && name !== null && row.cells[name] !== undefined && chineseSerial.test(serialOf(row))
  const told = rows.map((row): LedgerRow => (isProject(row) ? { ...row, kind: 'data' } : row))
  const last = told.findLastIndex(({ kind }) => kind === 'data' || kind === 'total')
  return told.map((row, index) => (row.kind === 'section' && last >= 0 && index > last ? { ...row, kind: 'note' } : row))
}

/** Columns without a head that hold something are shown too: a person may know what they are. */
function withBare(columns: readonly LedgerColumn[], used: ReadonlySet<number>, hidden: ReadonlySet<number>): LedgerColumn[] {
  const known = new Set(columns.map(({ column }) => column))
  const bare = [...used].filter((column) => !known.has(column)).map((column) => columnOf(column, '', null, hidden))
  return [...columns, ...bare].sort((a, b) => a.column - b.column)
}
