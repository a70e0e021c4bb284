import { BorderStyle, type Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx'
import { type HeadCell, type PaperTable, paperWords } from '../../domain/official-document'
import { type Columns, columnsOf } from './columns'
import { cellPadding, typeArea } from './page'
import { plain } from './paragraphs'

/** Caption, unit and table; none of the first two is left alone at the foot of a page. */
export function tableParts(table: PaperTable): (Paragraph | Table)[] {
  return [
    ...(table.caption === null ? [] : [plain('Caption', table.caption)]),
    ...(table.unit === null ? [] : [plain('Unit', `${paperWords.unit}${table.unit}`)]),
    wordTable(table),
  ]
}

function wordTable(table: PaperTable): Table {
  const columns = columnsOf(table)
  const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  return new Table({
    width: { size: typeArea.width, type: WidthType.DXA },
    columnWidths: columns.widths,
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, top: 40, bottom: 40, left: cellPadding, right: cellPadding },
    borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
    rows: [...headRows(table, columns), ...bodyRows(table, columns)],
  })
}

/** `cantSplit`: a row goes to the next page whole. `tableHeader`: the head is printed again on it. */
const row = (children: TableCell[], tableHeader: boolean): TableRow =>
  new TableRow({ children, tableHeader: tableHeader || undefined, cantSplit: true })

function headRows({ head }: PaperTable, { widths, size }: Columns): TableRow[] {
  const placed = placedHead(head, widths.length)
  return placed.map((cells) =>
    row(
      cells.map(({ cell, at }) => headCell(cell, spanned(widths, at, cell.across ?? 1), `HeadCell${size}`)),
      true,
    ),
  )
}

const headCell = ({ text, across, down }: HeadCell, width: number, style: string): TableCell =>
  new TableCell({ ...cellFrame(width), columnSpan: across, rowSpan: down, children: [plain(style, text)] })

function bodyRows({ rows, align, widths: shares }: PaperTable, { widths, size }: Columns): TableRow[] {
  if (rows.length === 0) {
    const children = [plain(`Cell${size}`, paperWords.noRows, { alignment: 'center' })]
    return [row([new TableCell({ ...cellFrame(typeArea.width), columnSpan: shares.length, children })], false)]
  }
  return rows.map((cells) =>
    row(
      widths.map(
        (width, at) =>
          new TableCell({ ...cellFrame(width), children: [plain(`Cell${size}`, cells[at] ?? '', { alignment: align[at] ?? 'left' })] }),
      ),
      false,
    ),
  )
}

const cellFrame = (size: number) => ({ width: { size, type: WidthType.DXA }, verticalAlign: VerticalAlignTable.CENTER })

const spanned = (widths: number[], at: number, across: number): number =>
  widths.slice(at, at + across).reduce((sum, width) => sum + width, 0)

/** Which column each cell of the head begins in, when cells above it reach down. */
export function placedHead(head: readonly (readonly HeadCell[])[], columns: number): { cell: HeadCell; at: number }[][] {
  const taken = Array.from({ length: columns }, () => 0)
  return head.map((cells) => {
    let at = 0
    const placed = cells.map((cell) => {
      while ((taken[at] ?? 0) > 0) at += 1
      const start = at
      at += cell.across ?? 1
      return { cell, at: start }
    })
    for (const [column, left] of taken.entries()) taken[column] = Math.max(0, left - 1)
    for (const { cell, at: start } of placed) taken.fill((cell.down ?? 1) - 1, start, start + (cell.across ?? 1))
    return placed
  })
}
