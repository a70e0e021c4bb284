import { hasFullWidth, numberText, plain, saysUnknown } from './plain'
import type { CellFlag, CellReading, LedgerUnit, RawCell } from './shapes'

/** Powers of ten of 元. Longer names first: 万元 before 万. */
const units: readonly (readonly [string, number])[] = [
  ['亿元', 8],
  ['千万元', 7],
  ['百万元', 6],
  ['万元', 4],
  ['千元', 3],
  ['亿', 8],
  ['千万', 7],
  ['百万', 6],
  ['万', 4],
  ['元', 0],
]
const unitPower = new Map(units)
const headPower: Record<LedgerUnit, number> = { yuan: 0, wan: 4, yi: 8 }
const unitNames = units.map(([name]) => name).join('|')

const about = /大约|大概|约|将近|近|超过|超|逾|不低于|不少于|≥|>=|>|估算|暂估|预计|暂定|左右|上下|以上|多|余/g
const labels = /^(?:总投资额?|计划投资|完成投资|投资|概算|预算|人民币|共计|共|rmb|¥|[:为])+/i
const atMost = /以下|以内|不超过|≤|<|至多/
const between = /\d(?:亿|千万|百万|万|千)?元?[-–—~至到]+\d/
const part = new RegExp(`(\\d+(?:,\\d{3})*(?:\\.\\d+)?)(${unitNames})?`, 'g')
const amount = new RegExp(`^-?(?:\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:${unitNames})?){1,3}整?$`)
const largestYuan = 10n ** 14n

/** Integer 元 out of what a ledger writes: 58267.57 under 万元, 约3亿元, 1亿2000万元, １,２３４. Reckoned in decimals, never in floats. */
export function readAmount(cell: RawCell, unit: LedgerUnit | null): CellReading {
  if (cell.day !== null || cell.text.trim().endsWith('%')) return { refused: 'not-an-amount', params: { text: cell.text } }
  if (cell.number !== null) return sumOf(decimalText(cell.number), unit, [], cell.text)
  if (saysUnknown(cell.text)) return { value: null, flags: [] }
  return amountOf(cell.text, unit)
}

function amountOf(text: string, unit: LedgerUnit | null): CellReading {
  const bare = plain(text).replace(/[−﹣]/g, '-')
  if (between.test(bare) || atMost.test(bare)) return { refused: 'range', params: { text } }
  const flags: CellFlag[] = hasFullWidth(text) ? ['full-width'] : []
  const exact = bare.replace(about, '')
  if (exact !== bare) flags.push('approximate')
  return sumOf(withoutFrame(exact), unit, flags, text)
}

/** Without labels, brackets round a unit, and the brackets that book-keepers write for a minus. */
function withoutFrame(bare: string): string {
  const inner = bare.replace(/\((亿元|万元|元|亿|万)\)/, '$1').replace(/^\(([\d.,]+)\)/, '-$1')
  return inner.replace(/\(\)$/, '').replace(labels, '')
}

function sumOf(bare: string, unit: LedgerUnit | null, flags: CellFlag[], text: string): CellReading {
  if (!amount.test(bare)) return { refused: 'not-an-amount', params: { text } }
  const parts = [...bare.matchAll(part)].map(([, digits = '', name]) => ({ digits: digits.replaceAll(',', ''), power: powerOf(name) }))
  const own = parts.some(({ power }) => power !== null)
  if (parts.length > 1 && !descending(parts.map(({ power }) => power))) return { refused: 'not-an-amount', params: { text } }
  if (!own && unit === null && !parts.every(({ digits }) => Number(digits) === 0)) return { refused: 'no-unit' }
  const exact = parts.map(({ digits, power }) => wholeYuan(digits, power ?? headPower[unit ?? 'yuan']))
  const yuan = exact.reduce((sum, { value }) => sum + value, 0n)
  if (yuan >= largestYuan) return { refused: 'too-large', params: { text } }
  const negative = bare.startsWith('-') && yuan !== 0n
  const all: (CellFlag | false)[] = [...flags, own && 'own-unit', exact.some(({ cut }) => cut) && 'rounded', negative && 'negative']
  return { value: Number(negative ? -yuan : yuan), flags: all.filter((flag) => flag !== false) }
}

const powerOf = (name: string | undefined): number | null => (name === undefined ? null : (unitPower.get(name) ?? null))

/** 1亿2000万: every part names its unit, each smaller than the one before. */
const descending = (powers: readonly (number | null)[]): boolean =>
  powers.every((power, index) => power !== null && (index === 0 || power < (powers[index - 1] ?? 0)))

/** Digits times a power of ten, to the whole 元; half of one counts up. */
function wholeYuan(digits: string, power: number): { value: bigint; cut: boolean } {
  const [whole = '', fraction = ''] = digits.split('.')
  const kept = fraction.slice(0, power).padEnd(power, '0')
  const rest = fraction.slice(power)
  return { value: BigInt(whole + kept) + (/^[5-9]/.test(rest) ? 1n : 0n), cut: /[1-9]/.test(rest) }
}

/** A stored number without an exponent, so that it can be read digit by digit. */
function decimalText(value: number): string {
  const text = numberText(value)
  if (!text.includes('e')) return text
  return Math.abs(value) < 1 ? value.toFixed(12) : text
}
