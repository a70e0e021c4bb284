import { describe, expect, it } from 'vitest'
import type { LedgerField } from '../../../domain/ledger/fields'
import { readCell } from '../../../domain/ledger/read-cell'
import type { LedgerUnit, RawCell } from '../../../domain/ledger/shapes'
import { textCell } from '../../../domain/ledger/text-cell'

const typed = (text: string): RawCell => ({ column: 1, text, number: null, day: null, formula: false })
const stored = (number: number, text = String(number)): RawCell => ({ column: 1, text, number, day: null, formula: false })

function read(field: LedgerField, cell: RawCell | string, unit: LedgerUnit | null = null, year: number | null = null) {
  const raw = typeof cell === 'string' ? typed(cell) : cell
  const reading = readCell(field, { text: raw.text, formula: raw.formula, raw }, unit, year)
  return 'refused' in reading ? `refused: ${reading.refused}` : reading.value
}
const flagsOf = (field: LedgerField, cell: RawCell, unit: LedgerUnit | null = null) => {
  const reading = readCell(field, { text: cell.text, formula: cell.formula, raw: cell }, unit)
  return 'flags' in reading ? reading.flags : []
}

describe('an amount', () => {
  it.each<[string, LedgerUnit | null, number | string | null]>([
    ['58267.57', 'wan', 582_675_700],
    ['0.1', 'yuan', 0],
    ['0.5', 'yuan', 1],
    ['3.2', 'yi', 320_000_000],
    ['３．２亿', 'wan', 320_000_000],
    ['约3亿元', null, 300_000_000],
    ['3亿元左右', null, 300_000_000],
    ['1亿2000万元', null, 120_000_000],
    ['2000万1亿', null, 'refused: not-an-amount'],
    ['1.5千万', null, 15_000_000],
    ['¥1,234.56', 'yuan', 1235],
    ['5000（万元）', null, 50_000_000],
    ['-20', 'wan', -200_000],
    ['−20', 'wan', -200_000],
    ['（300）', 'wan', -3_000_000],
    ['0', 'wan', 0],
    ['0', null, 0],
    ['', 'wan', null],
    ['/', 'wan', null],
    ['——', 'wan', null],
    ['无', 'wan', null],
    ['待定', 'wan', null],
    ['5000', null, 'refused: no-unit'],
    ['2-3亿', null, 'refused: range'],
    ['2亿至3亿元', null, 'refused: range'],
    ['不超过5000万元', null, 'refused: range'],
    ['1,23', 'wan', 'refused: not-an-amount'],
    ['三亿', null, 'refused: not-an-amount'],
    ['1.2.3', 'wan', 'refused: not-an-amount'],
    ['5000平方米', 'wan', 'refused: not-an-amount'],
    ['35%', 'wan', 'refused: not-an-amount'],
    ['9999999999', 'yi', 'refused: too-large'],
  ])('%s under %s', (text, unit, expected) => expect(read('totalYuan', text, unit)).toBe(expected))

  it('is exact where floats are not', () => {
    expect(read('totalYuan', stored(0.1 + 0.2), 'wan')).toBe(3000)
    expect(read('totalYuan', stored(1.005), 'yi')).toBe(100_500_000)
    expect(read('totalYuan', stored(4.35), 'wan')).toBe(43_500)
    expect(read('totalYuan', stored(1e-7), 'yi')).toBe(10)
    expect(read('totalYuan', stored(1e22), 'yuan')).toBe('refused: not-an-amount')
    expect(Object.is(read('totalYuan', stored(-0), 'wan'), 0)).toBe(true)
  })

  it('says when it was rounded, is about, or has its own unit', () => {
    expect(flagsOf('totalYuan', typed('约0.33333333亿'), 'wan')).toEqual(['approximate', 'own-unit'])
    expect(flagsOf('totalYuan', stored(1 / 3), 'wan')).toEqual(['rounded'])
  })

  it('is never a day', () => expect(read('totalYuan', { ...typed('2025-06-30'), day: '2025-06-30' }, 'wan')).toBe('refused: not-an-amount'))
})

describe('a month', () => {
  it.each<[string, string | null]>([
    ['2025.6', '2025-06'],
    ['2025．06', '2025-06'],
    ['2025年6月底', '2025-06'],
    ['2025/6/30', '2025-06'],
    ['2025-06', '2025-06'],
    ['202506', '2025-06'],
    ['25年6月', '2025-06'],
    ['预计2026年12月竣工', '2026-12'],
    ['2026年底前', '2026-12'],
    ['6月', '2024-06'],
    ['2025', 'refused: only-year'],
    ['2025年一季度', 'refused: range'],
    ['2025.6-2026.3', 'refused: range'],
    ['2025.13', 'refused: not-a-month'],
    ['0.6', 'refused: not-a-month'],
    ['已开工', 'refused: not-a-month'],
    ['/', null],
  ])('%s', (text, expected) => expect(read('startMonth', text, null, 2024)).toBe(expected))

  it('without a year is refused where nothing says one', () => expect(read('startMonth', '6月')).toBe('refused: no-year'))

  it('stored as 2025.1 may be October', () => {
    expect(read('startMonth', stored(2025.1))).toBe('refused: ambiguous-month')
    expect(read('startMonth', stored(2025.1, '2025.10'))).toBe('2025-10')
    expect(read('startMonth', textCell(1, '2025.1'))).toBe('refused: ambiguous-month')
    expect(read('startMonth', stored(2025.11))).toBe('2025-11')
  })

  it('is read from a serial number whose format was lost', () => {
    expect(read('startMonth', stored(45_838))).toBe('2025-06')
    expect(read('completedOn', stored(45_838))).toBe('2025-06-30')
    expect(read('completedOn', stored(5000))).toBe('refused: not-a-day')
  })
})

describe('a day', () => {
  it.each([
    ['2025年6月30日', '2025-06-30'],
    ['2025.6.30', '2025-06-30'],
    ['2025-06-30 10:20:30', '2025-06-30'],
    ['20250630', '2025-06-30'],
    ['2025-02-30', 'refused: not-a-day'],
    ['2025年6月底', 'refused: day-missing'],
    ['2025.6', 'refused: day-missing'],
  ])('%s', (text, expected) => expect(read('completedOn', text)).toBe(expected))
})

describe('a period', () => {
  it.each<[string, unknown]>([
    ['2025.06-2026.12', ['2025-06', '2026-12', 2025, 2026]],
    ['2025-06—2026-12', ['2025-06', '2026-12', 2025, 2026]],
    ['2025年6月至2026年底', ['2025-06', null, 2025, 2026]],
    ['2023－2025年', [null, null, 2023, 2025]],
    ['2025年3-12月', ['2025-03', '2025-12', 2025, 2025]],
    ['2025-3-12', 'refused: not-a-period'],
    ['2025.6', 'refused: not-a-period'],
    ['18个月', 'refused: not-a-period'],
    ['2026.1-2025.1', 'refused: finish-before-start'],
  ])('%s', (text, expected) => {
    const value = read('period', text)
    expect(typeof value === 'object' && value !== null ? Object.values(value) : value).toEqual(expected)
  })
})

describe('other cells', () => {
  it('per cent is not guessed from a share', () => {
    expect(read('percent', '35％')).toBe(35)
    expect(read('percent', '约80%')).toBe(80)
    expect(read('percent', stored(35))).toBe(35)
    expect(read('percent', stored(0.35, '35%'))).toBe(35)
    expect(read('percent', stored(0.35))).toBe('refused: ambiguous-percent')
    expect(read('percent', '0')).toBe(0)
    expect(read('percent', '过半')).toBe('refused: not-a-percent')
  })

  it('words of departments become codes, others are refused', () => {
    expect(read('stage', '已竣工')).toBe('completed')
    expect(read('stage', '待定')).toBeNull()
    expect(read('stage', '快了')).toBe('refused: not-a-choice')
    expect(read('level', '省重点项目')).toBe('province')
    expect(read('category', '产业类项目')).toBe('industrial')
  })

  it('a name loses what broke it, a paragraph keeps its lines', () => {
    expect(read('name', '示例\n产业园')).toBe('示例产业园')
    expect(read('name', 'Phase\nII 项目')).toBe('Phase II 项目')
    expect(read('progressText', '一\n二')).toBe('一\n二')
    expect(read('name', '字'.repeat(121))).toBe('refused: too-long')
    expect(read('name', '好\u202e坏')).toBe('refused: unprintable')
    expect(read('remark', "'=1+1")).toBe('=1+1')
  })

  it('a problem of 无 was said to be none', () => {
    expect(read('problem', '无。')).toBeNull()
    expect(flagsOf('problem', typed('暂无'))).toEqual(['said-none'])
    expect(flagsOf('problem', typed(''))).toEqual([])
  })

  it('a formula of a text file has no result', () => expect(read('remark', textCell(1, '=SUM(A1)'))).toBe('refused: formula-without-value'))

  it('a figure of several rows belongs to none', () => {
    const merged = { fromRow: 3, toRow: 4, fromColumn: 1, toColumn: 1 }
    expect(read('totalYuan', { ...stored(5), merged }, 'wan')).toBe('refused: merged')
    expect(read('town', { ...typed('某镇'), merged })).toBe('某镇')
  })

  it('a story in place of a figure is refused at once', () => {
    const story = '开工2025年'.repeat(6000)
    for (const field of ['totalYuan', 'startMonth', 'completedOn', 'period', 'percent', 'stage', 'code', 'name'] as const)
      expect(read(field, story, 'wan')).toMatch(/^refused: /)
    const reading = readCell('startMonth', { text: story, formula: false, raw: typed(story) }, null)
    expect('refused' in reading && String(reading.params?.text).length).toBe(60)
  })
})
