import { readXlsx } from 'hucre/xlsx'
import type { SheetColumn } from '../../app/_lib/sheet-columns'
import { bytesOf, fileOf } from './sheets'

type Cell = string | number | Date | null
export type SheetRow = Record<string, Cell>

/** What a second reader finds in the workbook: a row a record by its heads; an empty cell is null. Title and day stand above. */
export async function sheetRows<Row>(columns: readonly SheetColumn<Row>[], rows: Iterable<Row> | AsyncIterable<Row>): Promise<SheetRow[]> {
  const sheet = (await readXlsx(await bytesOf(fileOf({ columns, rows })))).sheets[0]
  const [heads = [], ...found] = (sheet?.rows ?? []).slice(2)
  return found.map((cells) => Object.fromEntries(heads.map((head, at) => [String(head), emptied(cells[at])])))
}

const emptied = (cell: unknown): Cell =>
  cell === undefined || cell === '' ? null : cell instanceof Date || typeof cell === 'number' ? cell : cell === null ? null : String(cell)

export const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`)
