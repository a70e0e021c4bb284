import { cellName } from '../../domain/ledger/plain'
import type { RawRow, RawSheet } from '../../domain/ledger/shapes'
import { textCell } from '../../domain/ledger/text-cell'
import { cannotRead } from '../../domain/ledger/unreadable'
import { Count, workbookLimits as limits, Turns } from './workbook-limits'

const piece = 65_536
type Encoding = 'utf-8' | 'gb18030' | 'utf-16le'

/** A .csv or tab-separated file in the encodings that Excel and WPS write here: UTF-8, GB18030, and UTF-16 with its mark. */
export async function csvSheet(bytes: Buffer, name: string): Promise<RawSheet> {
  const encoding = await encodingOf(bytes)
  const sample = new TextDecoder(encoding).decode(bytes.subarray(0, piece)).replace(/^sep=.\r?\n/i, '')
  const [, separator] = /^\ufeff?sep=(.)\r?\n/i.exec(new TextDecoder(encoding).decode(bytes.subarray(0, 64))) ?? []
  const delimiter = separator ?? delimiterOf(sample)
  const rows = { [Symbol.asyncIterator]: () => csvRows(bytes, encoding, { name, delimiter, declared: separator !== undefined }) }
  return { name, hidden: false, rows, hiddenColumns: new Set() }
}

async function encodingOf(bytes: Buffer): Promise<Encoding> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (await isEncoded(bytes, 'utf-8')) return 'utf-8'
  if (await isEncoded(bytes, 'gb18030')) return 'gb18030'
  return cannotRead('file-encoding', { line: await firstWrongLine(bytes) })
}

async function isEncoded(bytes: Buffer, encoding: Encoding): Promise<boolean> {
  try {
    for await (const _ of pieces(bytes, encoding));
    return true
  } catch {
    return false
  }
}

async function firstWrongLine(bytes: Buffer): Promise<number> {
  let line = 1
  try {
    for await (const text of pieces(bytes, 'gb18030')) line += text.split('\n').length - 1
  } catch {
    return line
  }
  return line
}

async function* pieces(bytes: Buffer, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const turns = new Turns()
  for (let at = 0; at < bytes.length; at += piece) {
    yield decoder.decode(bytes.subarray(at, at + piece), { stream: at + piece < bytes.length })
    if (turns.due()) await turns.pass()
  }
}

/** What divides the first lines most often. */
function delimiterOf(sample: string): string {
  const lines = sample
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/)
    .slice(0, 12)
  const counts = [',', '\t', ';'].map((mark) => ({ mark, count: lines.filter((line) => line.includes(mark)).length }))
  const most = counts.reduce((best, next) => (next.count > best.count ? next : best))
  return most.mark
}

type Csv = { name: string; delimiter: string; declared: boolean }

async function* csvRows(bytes: Buffer, encoding: Encoding, csv: Csv): AsyncGenerator<RawRow> {
  const reader = new CsvRows(csv.delimiter, csv.name)
  const turns = new Turns()
  const count = new Count(csv.name)
  let skip = csv.declared
  const wanted = function* (rows: string[][]): Generator<RawRow> {
    for (const texts of rows) {
      const row = reader.next()
      if (skip) {
        skip = false
        continue
      }
      const cells = texts.map((text, index) => textCell(index + 1, text)).filter(({ text }) => text !== '')
      if (cells.length === 0) continue
      if (cells.length > limits.columns || cells.at(-1)!.column > limits.columns)
        cannotRead('sheet-too-many-columns', { sheet: csv.name, row, max: limits.columns })
      count.add(cells.length)
      yield { row, hidden: false, cells }
    }
  }
  for await (const text of pieces(bytes, encoding)) {
    for (const row of wanted(reader.push(text))) {
      yield row
      if (turns.due()) await turns.pass()
    }
  }
  yield* wanted(reader.end())
}

/** RFC 4180, and what people make of it: either line end, a quote in the middle of a word is a quote. */
class CsvRows {
  private cells: string[] = []
  private field = ''
  private quoted = false
  private closing = false
  private line = 1
  private opened = 1
  private count = 0
  private done: string[][] = []

  constructor(
    private readonly delimiter: string,
    private readonly name: string,
  ) {}

  /** Rows are counted as a spreadsheet would: a cell of two lines is one row. */
  next(): number {
    return ++this.count
  }

  push(text: string): string[][] {
    for (const char of text) this.take(char)
    return this.rows()
  }

  end(): string[][] {
    if (this.quoted && !this.closing) cannotRead('file-quotes', { line: this.opened })
    if (this.field !== '' || this.cells.length > 0) this.endRow()
    return this.rows()
  }

  private rows(): string[][] {
    const rows = this.done
    this.done = []
    return rows
  }

  private take(char: string): void {
    if (char === '\n') this.line++
    if (this.quoted && !this.closing) {
      if (char === '"') this.closing = true
      else this.add(char)
    } else if (this.closing && char === '"') {
      this.closing = false
      this.add(char)
    } else if (char === this.delimiter) this.endField()
    else if (char === '\n') this.endRow()
    else if (char === '"' && this.field === '' && !this.quoted) {
      this.quoted = true
      this.opened = this.line
    } else this.add(char)
  }

  private add(char: string): void {
    this.field += char
    if (this.field.length <= limits.cellLength) return
    if (this.quoted && !this.closing) cannotRead('file-quotes', { line: this.opened })
    cannotRead('cell-too-long', { sheet: this.name, cell: cellName(this.cells.length + 1, this.count + 1), max: limits.cellLength })
  }

  private endField(): void {
    if (this.cells.length < limits.columns * 5) this.cells.push(this.field)
    this.field = ''
    this.quoted = false
    this.closing = false
  }

  private endRow(): void {
    this.endField()
    this.done.push(this.cells)
    this.cells = []
  }
}
