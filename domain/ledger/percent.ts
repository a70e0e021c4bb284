import { hasFullWidth, plain, saysUnknown } from './plain'
import type { CellFlag, CellReading, RawCell } from './shapes'

const about = /大约|约|近|左右|以上/g
const shown = /^(\d{1,4}(?:\.\d{1,10})?)(%?)$/

/** 35%, 约35％, 35. A share such as 0.35 without its sign is not guessed at. */
export function readPercent(cell: RawCell): CellReading {
  const params = { text: cell.text }
  if (cell.day !== null) return { refused: 'not-a-percent', params }
  if (saysUnknown(cell.text)) return { value: null, flags: [] }
  const bare = plain(cell.text)
  const exact = bare.replace(about, '')
  const [, digits, sign] = shown.exec(exact) ?? []
  const value = Number(digits)
  if (digits === undefined || value > 1000) return { refused: 'not-a-percent', params }
  if (sign === '' && value > 0 && value <= 1) return { refused: 'ambiguous-percent', params }
  const flags: (CellFlag | false)[] = [hasFullWidth(cell.text) && 'full-width', exact !== bare && 'approximate']
  return { value, flags: flags.filter((flag) => flag !== false) }
}
