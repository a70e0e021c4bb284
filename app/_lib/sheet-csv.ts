import type { Sheet } from './sheet-book'
import { headOf, type SheetCell, sheetCell } from './sheet-columns'

const byteOrderMark = '\ufeff'
const rowsAPiece = 100

/** The same sheet as text, with the mark by which spreadsheets know its Chinese. */
export async function* csvOf<Row>({ about, columns, rows }: Sheet<Row>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(byteOrderMark + [...about.map((line) => [line]), columns.map(headOf)].map(lineOf).join(''))
  let piece = ''
  let count = 0
  for await (const row of rows) {
    piece += lineOf(columns.map((column) => textOf(sheetCell(column, row))))
    count += 1
    if (count % rowsAPiece !== 0) continue
    yield Buffer.from(piece)
    piece = ''
  }
  yield Buffer.from(piece)
}

const textOf = (cell: SheetCell): string => (cell === null ? '' : 'text' in cell ? cell.text : String(cell.number))
const lineOf = (texts: readonly string[]): string => `${texts.map(quoted).join(',')}\r\n`
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
