import { isPrintable } from '../printable'
import { nationalCodePattern, projectCode } from '../project'
import type { LedgerField } from './fields'
import { hasFullWidth, joinedWords, plain, saysUnknown, seen } from './plain'
import type { CellFlag, CellReading, RawCell } from './shapes'

/** The same limits as the forms have. */
const limits: Partial<Record<LedgerField, number>> = {
  ...{ name: 120, town: 40, content: 2000, contact: 50 },
  ...{ step: 40, progressText: 500, problem: 500, remark: 1000 },
}
/** Paragraphs keep their lines; a name broken to fit its cell is one name. */
const paragraphs: ReadonlySet<LedgerField> = new Set(['content', 'progressText', 'problem', 'remark'])
const nationalCode = new RegExp(`^${nationalCodePattern}$`)

export function readWords(field: LedgerField, cell: RawCell): CellReading {
  if (field === 'problem' && /^(?:无|暂无|没有)(?:问题)?[。.]?$/.test(plain(cell.text))) return { value: null, flags: ['said-none'] }
  if (saysUnknown(cell.text)) return { value: null, flags: [] }
  const typed = seen(cell.text).normalize('NFC')
  const broken = !paragraphs.has(field) && typed.includes('\n')
  const text = broken ? unbroken(typed) : typed
  const max = limits[field] ?? 80
  if (!isPrintable(text)) return { refused: 'unprintable' }
  if (text.length > max) return { refused: 'too-long', params: { max } }
  return { value: text, flags: broken ? ['line-break'] : [] }
}

/** Chinese goes on where the line was broken; two words of letters get the space that stood for the break. */
const unbroken = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .reduce((all, line) => all + (/\w$/.test(all) && /^\w/.test(line) ? ' ' : '') + line, '')

/** P0001, also as ｐ０００１. */
export function readCode(cell: RawCell): CellReading {
  return coded(cell, 'not-a-code', (text) => projectCode.safeParse(text).success)
}

/** 项目代码 2020-430424-30-03-012345; the dashes are often typed as others. */
export function readNationalCode(cell: RawCell): CellReading {
  return coded(cell, 'not-a-national-code', (text) => nationalCode.test(text))
}

function coded(cell: RawCell, code: 'not-a-code' | 'not-a-national-code', fits: (text: string) => boolean): CellReading {
  if (saysUnknown(cell.text)) return { value: null, flags: [] }
  const text = plain(cell.text)
    .toUpperCase()
    .replace(/[‐‑–—−]/g, '-')
  const flags: CellFlag[] = hasFullWidth(cell.text) ? ['full-width'] : []
  return fits(text) ? { value: text, flags } : { refused: code, params: { text: joinedWords(cell.text).slice(0, 60) } }
}
