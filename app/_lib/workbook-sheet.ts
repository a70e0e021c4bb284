import { cellName } from '../../domain/ledger/plain'
import type { Area, RawCell, RawRow, RawSheet } from '../../domain/ledger/shapes'
import { cannotRead } from '../../domain/ledger/unreadable'
import { type CellBook, rawCell, type Stored } from './workbook-cell'
import { Count, workbookLimits as limits, Turns } from './workbook-limits'
import { areaOf, columnNumber, Merges } from './workbook-merges'
import { readPart, type SheetPart } from './workbook-parts'
import { TextRuns } from './workbook-strings'
import { attributesOf, decoded, unescaped, XmlReader } from './workbook-xml'
import type { Zip } from './workbook-zip'

/** A sheet that is read again each time its rows are asked for; `hiddenColumns` is known once the first row has come. */
export function sheetOf(zip: Zip, sheet: SheetPart, book: () => Promise<Omit<CellBook, 'where'>>): RawSheet {
  const hiddenColumns = new Set<number>()
  const rows = { [Symbol.asyncIterator]: () => rowsOf(zip, sheet, book, hiddenColumns) }
  return { name: sheet.name, hidden: sheet.hidden, rows, hiddenColumns }
}

async function* rowsOf(
  zip: Zip,
  { part, name }: SheetPart,
  book: () => Promise<Omit<CellBook, 'where'>>,
  hiddenColumns: Set<number>,
): AsyncGenerator<RawRow> {
  const merges = new Merges(await frameOf(zip, part, hiddenColumns))
  const reader = new SheetRows({ ...(await book()), where: part }, name)
  const xml = new XmlReader(part, reader)
  const turns = new Turns()
  const count = new Count(name)
  for await (const chunk of zip.open(part)) {
    xml.push(chunk)
    for (const raw of reader.take()) {
      const row = merges.apply(raw)
      if (row.cells.length === 0) continue
      count.add(row.cells.length)
      yield row
      if (turns.due()) await turns.pass()
    }
    if (turns.due()) await turns.pass()
  }
  xml.end()
}

/** Hidden columns stand before the rows, merged areas after them: both are needed from the first row on. */
async function frameOf(zip: Zip, part: string, hidden: Set<number>): Promise<Area[]> {
  const areas: Area[] = []
  const open = (name: string, tag: Buffer): void => {
    if (name === 'mergeCell' && areas.length < limits.merges) {
      const area = areaOf(attributesOf(tag).get('ref') ?? '')
      if (area && area.toRow >= area.fromRow && area.toColumn >= area.fromColumn) areas.push(area)
    }
    if (name === 'col') hide(attributesOf(tag), hidden)
  }
  await readPart(zip, part, { open }, limits.sheetBytes)
  return areas
}

function hide(found: ReadonlyMap<string, string>, hidden: Set<number>): void {
  if (!isTrue(found.get('hidden')) && Number(found.get('width') ?? 1) !== 0) return
  const last = Math.min(Number(found.get('max')), limits.columns)
  for (let column = Math.max(1, Number(found.get('min'))); column <= last; column++) hidden.add(column)
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** Cells as the markup goes by; whole rows are taken out when a piece has been read. */
class SheetRows {
  private done: RawRow[] = []
  private row = { row: 0, hidden: false, cells: [] as RawCell[] }
  private inRow = false
  private cell: Stored | null = null
  private column = 0
  private value = ''
  private inValue = false
  private inline = false
  private readonly runs = new TextRuns()

  constructor(
    private readonly book: CellBook,
    private readonly sheet: string,
  ) {}

  take(): RawRow[] {
    const rows = this.done
    this.done = []
    return rows
  }

  open(name: string, tag: Buffer, closed: boolean): void {
    if (name === 'c') this.openCell(tag, closed)
    else if (name === 'row') this.openRow(tag)
    else if (this.cell === null) return
    else if (name === 'v' && !this.inline) {
      this.inValue = !closed
      this.cell.value = ''
    } else if (name === 'f') this.cell.formula = true
    else if (name === 'is') this.inline = !closed
    else if (this.inline) this.runs.open(name, closed)
  }

  close(name: string): void {
    if (name === 'c') this.closeCell()
    else if (name === 'row') this.closeRow()
    else if (name === 'v') this.closeValue()
    else if (name === 'is') this.inline = false
    else if (this.inline) this.runs.close(name)
  }

  text(bytes: Buffer, coded: boolean): void {
    if (this.inline) this.runs.add(bytes, coded)
    else if (this.inValue) this.value += coded ? decoded(bytes.toString('utf8')) : bytes.toString('utf8')
  }

  private openRow(tag: Buffer): void {
    this.closeRow()
    const found = attributesOf(tag)
    const number = Number(found.get('r') ?? this.row.row + 1)
    if (!Number.isInteger(number) || number <= this.row.row || number > 1_048_576)
      cannotRead('file-damaged', { where: `${this.book.where} row ${number}` })
    this.row = { row: number, hidden: isTrue(found.get('hidden')) || Number(found.get('ht') ?? 1) === 0, cells: [] }
    this.column = 0
    this.inRow = true
    if (tag.at(-1) === 0x2f) this.closeRow()
  }

  /** An empty row is handed on too: a merged area may reach into it. */
  private closeRow(): void {
    if (this.inRow) this.done.push(this.row)
    this.inRow = false
  }

  private openCell(tag: Buffer, closed: boolean): void {
    const found = attributesOf(tag)
    const [, letters] = /^([A-Z]{1,3})\d/.exec(found.get('r') ?? '') ?? []
    this.column = letters === undefined ? this.column + 1 : columnNumber(letters)
    if (closed) return
    const [type, style] = [found.get('t') ?? 'n', Number(found.get('s') ?? 0)]
    this.cell = { column: this.column, type, style, value: null, inline: '', formula: false }
  }

  private closeValue(): void {
    if (this.cell !== null && this.inValue) this.cell.value = unescaped(this.value)
    this.value = ''
    this.inValue = false
  }

  private closeCell(): void {
    const stored = this.cell
    this.cell = null
    this.inline = false
    if (stored === null) return
    stored.inline = this.runs.take()
    const cell = rawCell(stored, this.book)
    if (cell.text === '' && !cell.formula) return
    const { sheet, row } = { sheet: this.sheet, row: this.row.row }
    if (cell.column > limits.columns) cannotRead('sheet-too-many-columns', { sheet, row, max: limits.columns })
    if (cell.text.length > limits.cellLength)
      cannotRead('cell-too-long', { sheet, cell: cellName(cell.column, row), max: limits.cellLength })
    this.row.cells.push(cell)
  }
}
