import { writeXlsxStream } from 'hucre/xlsx'
import type { Day } from '../../domain/calendar'
import { paperText } from '../../domain/official-document'

/** A column of a list as a spreadsheet has it: words, whole numbers or days are cells of their own kind, and the head names the unit. */
export type SheetColumn<Row> = { head: string; unit?: string; width: number } & (
  | { kind: 'words'; cell: (row: Row) => string | null }
  | { kind: 'number'; cell: (row: Row) => number | null }
  | { kind: 'day'; cell: (row: Row) => Day | null }
)

type Sheet<Row> = { name: string; fileName: string; columns: readonly SheetColumn<Row>[]; rows: AsyncIterable<Row> | Iterable<Row> }

/** The file as it is written: rows are read as the reader takes them, so that a long list needs no memory. */
export function sheetFile<Row>({ name, fileName, columns, rows }: Sheet<Row>): Response {
  const definitions = columns.map(({ head, unit, width, kind }) => ({
    header: unit ? `${head}（${unit}）` : head,
    width,
    ...(kind === 'day' ? { numFmt: 'yyyy-mm-dd' } : {}),
  }))
  const stream = writeXlsxStream(cellsOf(columns, rows), { name, columns: definitions, freezePane: { rows: 1 } })
  const ascii = fileName.replace(/[^\w.-]/g, '_')
  return new Response(stream, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${ascii}.xlsx"; filename*=UTF-8''${encodeURIComponent(fileName)}.xlsx`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

async function* cellsOf<Row>(columns: readonly SheetColumn<Row>[], rows: AsyncIterable<Row> | Iterable<Row>) {
  for await (const row of rows) yield columns.map((column) => cellOf(column, row))
}

function cellOf<Row>(column: SheetColumn<Row>, row: Row): string | number | Date | null {
  if (column.kind === 'number') return column.cell(row)
  if (column.kind === 'day') return dateOf(column.cell(row))
  const words = column.cell(row)
  return words === null ? null : guarded(words)
}

/** A day that a spreadsheet can count with: midnight by its own calendar, which knows no time zones. */
const dateOf = (day: Day | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`))

/** Words are what XML can carry and never a formula, also when the file is saved as CSV and opened again. */
export function guarded(typed: string): string {
  const words = paperText(typed)
  return /^[=+\-@\t\n]/.test(words) ? `'${words}` : words
}

/** Reads a long list a step at a time and lets others have their turn between two; `after` = the id of the last row. */
export async function* inSteps<Row extends { id: number }>(read: (after: number) => readonly Row[]): AsyncGenerator<Row> {
  for (let rows = read(0); rows.length > 0; rows = read(rows.at(-1)?.id ?? 0)) {
    yield* rows
    await new Promise<void>((done) => setImmediate(done))
  }
}
