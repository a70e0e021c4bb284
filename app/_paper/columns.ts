import { type PaperTable, sharedWidths } from '../../domain/official-document'
import { cellPadding, cellSizes, typeArea } from './page'

export type CellSize = (typeof cellSizes)[number]
export type Columns = { widths: number[]; size: CellSize }

/**
 * 小四 while there is room; smaller for more columns. The columns take their shares, except that a figure, a number or a day
 * is never broken over two lines for want of a few millimetres: its column is widened and the others give way.
 */
export function columnsOf(table: PaperTable): Columns {
  const usual = cellSizes[table.widths.length <= 6 ? 0 : table.widths.length <= 8 ? 1 : 2]
  const size = cellSizes.find((one) => one <= usual && sum(leastWidths(table, one)) <= typeArea.width) ?? cellSizes[2]
  return { widths: sharedWidths(widened(table.widths, leastWidths(table, size)), typeArea.width), size }
}

function leastWidths({ widths, head, rows }: PaperTable, size: CellSize): number[] {
  const heads = head.filter((cells) => cells.length === widths.length).map((cells) => cells.map(({ text }) => text))
  return widths.map((_, at) => {
    const widest = [...heads, ...rows].reduce((most, cells) => Math.max(most, widestWord(cells[at] ?? '')), 0)
    return Math.ceil(Math.max(2, widest) * size * 10) + 2 * cellPadding
  })
}

/** Longer words than this (hashes, addresses) are broken rather than given half the table. */
const longestWord = 16

function widestWord(text: string): number {
  const words = text.match(/[!-~—≥]+/g) ?? []
  return Math.max(0, ...words.filter(({ length }) => length <= longestWord).map(wordWidth))
}

/** In Chinese characters: capitals and figures are a little wider than half of one in the faces that stand in for 仿宋. */
const wordWidth = (word: string): number =>
  [...word].reduce((width, char) => width + (/[A-Z]/.test(char) ? 0.75 : /[—≥]/.test(char) ? 1 : 0.56), 0)

/** Shares in twips: whoever is under the least takes the least, and the rest is shared again among the others. */
function widened(shares: readonly number[], least: readonly number[]): number[] {
  const fixed = new Set<number>()
  for (;;) {
    const rest = typeArea.width - sum([...fixed].map((at) => least[at] ?? 0))
    const open = sum(shares.filter((_, at) => !fixed.has(at)))
    const widths = shares.map((share, at) => (fixed.has(at) ? (least[at] ?? 0) : (share / open) * rest))
    const short = widths.findIndex((width, at) => !fixed.has(at) && width < (least[at] ?? 0))
    if (short < 0 || rest <= 0) return rest <= 0 ? [...least] : widths
    fixed.add(short)
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
