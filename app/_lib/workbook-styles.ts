import { readPart } from './workbook-parts'
import { attributesOf } from './workbook-xml'
import type { Zip } from './workbook-zip'

/** What a stored number is shown as: a day, a month without a day, per cent, or so many decimals (null = as many as it has). */
export type Shown = { kind: 'day' | 'month' | 'time' | 'percent' | 'number'; decimals: number | null }
const plainNumber: Shown = { kind: 'number', decimals: null }
export const shownPlain = (): Shown => plainNumber

const builtIn = new Map<number, Shown>([
  [1, { kind: 'number', decimals: 0 }],
  [2, { kind: 'number', decimals: 2 }],
  [3, { kind: 'number', decimals: 0 }],
  [4, { kind: 'number', decimals: 2 }],
  [9, { kind: 'percent', decimals: 0 }],
  [10, { kind: 'percent', decimals: 2 }],
  ...[14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 53, 54, 58].map((id): [number, Shown] => [id, { kind: 'day', decimals: null }]),
  ...[17, 52, 57].map((id): [number, Shown] => [id, { kind: 'month', decimals: null }]),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id): [number, Shown] => [id, { kind: 'time', decimals: null }]),
])

/** By the number that a cell's `s` names. */
export async function readStyles(zip: Zip, part: string | null): Promise<readonly Shown[]> {
  if (part === null) return []
  const own = new Map<number, string>()
  const cells: number[] = []
  let inCells = false
  await readPart(zip, part, {
    open: (name, tag) => {
      if (name === 'cellXfs') inCells = true
      else if (name === 'numFmt') {
        const found = attributesOf(tag)
        own.set(Number(found.get('numFmtId')), found.get('formatCode') ?? '')
      } else if (name === 'xf' && inCells) cells.push(Number(attributesOf(tag).get('numFmtId') ?? 0))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return cells.map((id) => (own.has(id) ? shownBy(own.get(id)!) : (builtIn.get(id) ?? plainNumber)))
}

/** A format code such as `yyyy"年"m"月"`, `0.00%` or `#,##0.00`. */
export function shownBy(code: string): Shown {
  const [first = ''] = code.slice(0, 400).split(';')
  const bare = first.replace(/"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]|_.|\*./gi, '').replace(/general|am\/pm|上午\/下午/gi, '')
  if (/[yd]/i.test(bare)) return { kind: /y/i.test(bare) && !/d/i.test(bare) ? 'month' : 'day', decimals: null }
  if (/[hs]/i.test(bare)) return { kind: 'time', decimals: null }
  if (/m/i.test(bare)) return { kind: 'day', decimals: null }
  const [, fraction] = /^[^.]*[0#?](?:\.([0#?]+))?[^.]*$/.exec(bare) ?? []
  if (bare.includes('%')) return { kind: 'percent', decimals: null }
  return /^[#0,]*0(?:\.0+)?$/.test(bare.trim()) ? { kind: 'number', decimals: fraction?.length ?? 0 } : plainNumber
}
