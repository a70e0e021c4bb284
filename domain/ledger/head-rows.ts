import { knownHeads } from './heads'
import { joinedWords, plain } from './plain'
import type { RawCell, RawRow } from './shapes'

/** A head stands among the first lines; below them nobody looks for it. */
export const headWithin = 40

/** A head says what it is in its first words. */
const longestHead = 80

const isAnchor = ({ column, merged }: RawCell, row: number): boolean =>
  merged === undefined || (merged.fromColumn === column && merged.fromRow === row)

/** Part of a cell that begins further left: what it says is said there, once. */
export const isCarriedOver = ({ column, merged }: RawCell): boolean => merged !== undefined && merged.fromColumn < column

/** What is written in this row itself: nothing that a merge carries over from a cell to the left or above. */
export const ownCells = ({ row, cells }: RawRow): RawCell[] => cells.filter((cell) => isAnchor(cell, row) && plain(cell.text) !== '')

const section = /^(?:第?[一二三四五六七八九十]+[、.．,]|[(（][一二三四五六七八九十]+[)）])/
const isWords = ({ number, day, text }: RawCell): boolean => number === null && day === null && !/^[\d.,%]+$/.test(plain(text))
const known = (row: RawRow): number => knownHeads(ownCells(row).map(({ text }) => text))

/** First and last index of the head among `rows`; null when none of them is one. `chosen` = the row a person pointed at. */
export function findHead(rows: readonly RawRow[], chosen: number | null): [from: number, to: number] | null {
  const scores = rows.map((row) => known(row))
  const best = Math.max(0, ...scores)
  const at = chosen === null ? scores.indexOf(best) : rows.findIndex(({ row }) => row === chosen)
  if (at < 0 || (chosen === null && best < 2)) return null
  let [from, to] = [at, at]
  while (to - from < 2 && isBelow(rows.slice(from, to + 1), rows[to + 1])) to++
  while (to - from < 2 && isAbove(rows[from - 1], rows[from])) from--
  return [from, to]
}

/** A line that only divides the head above it: words, where the head above is open, and nothing under 项目名称. */
function isBelow(head: readonly RawRow[], next: RawRow | undefined): boolean {
  const last = head.at(-1)
  if (!next || !last || next.row !== last.row + 1) return false
  const own = ownCells(next)
  if (own.length < 2 || !own.every(isWords) || own.some(({ text }) => section.test(plain(text)))) return false
  const named = new Map(ownCells(last).map(({ column, text, merged }) => [column, { text, wide: merged !== undefined }]))
  const nameColumns = [...named]
    .filter(([, { text }]) => /^(?:序号|项目名称|名称|工程名称|项目)$/.test(plain(text)))
    .map(([column]) => column)
  if (own.some(({ column }) => nameColumns.includes(column))) return false
  return known(next) > 0 || own.some(({ column }) => !named.has(column) || named.get(column)?.wide === true)
}

/** A line of groups over a head: 投资（万元） over 总投资 and 年度计划; no title, no 填报单位：…. */
function isAbove(above: RawRow | undefined, head: RawRow | undefined): boolean {
  if (!above || !head || above.row !== head.row - 1) return false
  const own = ownCells(above)
  return (
    own.length >= 2 &&
    own.every((cell) => isWords(cell) && cell.text.length <= 30) &&
    !own.some(({ text }) => /[:：]|单位|20\d\d/.test(text) && !/投资|计划|完成/.test(text))
  )
}

/** The head of each column, lines joined by a space; a group that is open to the right reaches over what it divides. */
export function headTexts(rows: readonly RawRow[]): Map<number, string> {
  const lines = rows.map(lineOf)
  const carried = new Set(
    rows
      .at(-1)
      ?.cells.filter(isCarriedOver)
      .map(({ column }) => column),
  )
  const columns = [...new Set(lines.flatMap((line) => [...line.keys()]))].filter((column) => !carried.has(column)).sort((a, b) => a - b)
  const widened = lines.map((line, index) => widen(line, lines.slice(index + 1), columns))
  return new Map(
    columns.map((column) => {
      const texts = widened.map((line) => line.get(column) ?? '').filter((text) => text !== '')
      return [column, texts.filter((text, index) => text !== texts[index - 1]).join(' ')]
    }),
  )
}

const lineOf = ({ cells }: RawRow): Map<number, string> =>
  new Map(
    cells
      .filter(({ text }) => plain(text) !== '')
      .map(({ column, text }) => [column, joinedWords(text.slice(0, longestHead)).replaceAll(' ', '')]),
  )

function widen(line: Map<number, string>, below: readonly Map<number, string>[], columns: readonly number[]): Map<number, string> {
  const divided = (column: number): boolean => below.some((lower) => lower.has(column) && lower.get(column) !== line.get(column))
  const wide = new Map<number, string>()
  let group = ''
  for (const column of columns) {
    const own = line.get(column)
    if (own !== undefined || !divided(column)) group = own !== undefined && divided(column) ? own : ''
    const text = own ?? group
    if (text !== '') wide.set(column, text)
  }
  return wide
}
