import { pastedCells } from '../pasted-cells'
import type { RawSheet } from './shapes'
import { textCell } from './text-cell'

/** Cells as a spreadsheet puts them on the clipboard, under a name that refusals can point to. */
export function pastedSheet(text: string, name: string): RawSheet {
  const rows = pastedCells(text).map((cells, index) => ({
    row: index + 1,
    hidden: false,
    cells: cells.map((typed, column) => textCell(column + 1, typed)),
  }))
  return { name, hidden: false, rows, hiddenColumns: new Set() }
}
