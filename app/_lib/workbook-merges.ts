import type { Area, RawCell, RawRow } from '../../domain/ledger/shapes'
import { cannotRead } from '../../domain/ledger/unreadable'
import { workbookLimits as limits } from './workbook-limits'

const reference = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/

export const columnNumber = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** A1:C3 as rows and columns; null when it is none. */
export function areaOf(text: string): Area | null {
  const [, left, top, right, bottom] = reference.exec(text) ?? []
  if (left === undefined || top === undefined) return null
  const [fromColumn, fromRow] = [columnNumber(left), Number(top)]
  return { fromRow, fromColumn, toRow: Number(bottom ?? top), toColumn: right === undefined ? fromColumn : columnNumber(right) }
}

/** Gives every cell of a merged area the words of its first, row by row, as the rows go by. */
export class Merges {
  private readonly waiting: Area[]
  private active: { area: Area; anchor: RawCell | null }[] = []

  constructor(areas: readonly Area[]) {
    this.waiting = areas.filter(({ fromColumn }) => fromColumn <= limits.columns).sort((a, b) => b.fromRow - a.fromRow)
  }

  apply(raw: RawRow): RawRow {
    while (this.waiting.length > 0 && this.waiting.at(-1)!.fromRow <= raw.row) this.active.push({ area: this.waiting.pop()!, anchor: null })
    this.active = this.active.filter(({ area }) => area.toRow >= raw.row)
    if (this.active.length === 0) return raw
    this.refuseOverlaid()
    const cells = new Map(raw.cells.map((cell) => [cell.column, cell]))
    for (const merge of this.active) {
      const { area } = merge
      if (area.fromRow === raw.row) merge.anchor = cells.get(area.fromColumn) ?? null
      if (merge.anchor === null) continue
      for (let column = area.fromColumn; column <= Math.min(area.toColumn, limits.columns); column++)
        cells.set(column, { ...merge.anchor, column, merged: area })
    }
    return { ...raw, cells: [...cells.values()].sort((a, b) => a.column - b.column) }
  }

  /** Areas lie beside one another: those of one row cover no more columns than a sheet may have. Laid over each other they only cost. */
  private refuseOverlaid(): void {
    let covered = 0
    for (const { area } of this.active) covered += Math.min(area.toColumn, limits.columns) - area.fromColumn + 1
    if (covered > limits.columns * 2) cannotRead('file-damaged', { where: 'mergeCell' })
  }
}
